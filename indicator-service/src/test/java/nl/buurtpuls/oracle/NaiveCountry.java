package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import nl.buurtpuls.oracle.NaiveIndices.Unit;

/**
 * The figures of a region, a province or the country, from those of its municipalities: counts are added, shares and
 * means are of what is added, and indices are over the buurten of all. Who moves from one of them to another is an
 * arrival in the one and a departure from the other, as it is there; whoever two registers both have as a resident
 * counts in both.
 *
 * <p>Left out is what cannot be told from the municipalities one by one, or has no meaning above them: rates, retention
 * and kindergartners, where a move between two municipalities of the area makes a difference; location quotients and
 * shares of the municipality.
 */
public final class NaiveCountry {

    private final Map<String, NaiveMunicipality> municipalities = new LinkedHashMap<>();

    /**
     * @param codes CBS codes of the municipalities there are
     * @param records in any order
     * @param geography what is known of the municipalities that people come from
     */
    public NaiveCountry(Collection<String> codes, Collection<Published> records, Geography geography) {
        for (String code : codes) {
            municipalities.put(code, new NaiveMunicipality(code, records, geography));
        }
    }

    /** The ids that {@link #figure} answers. */
    public static Collection<String> indicators() {
        Collection<String> ids = new TreeSet<>(NaiveMunicipality.indicators());
        ids.removeIf(id -> !NaiveIds.isCount(id) && !NaiveIds.isRatioOfSums(id) && !NaiveIds.isIndex(id));
        return ids;
    }

    /** Those of them that are plain counts, so that the parts of an area add up. */
    public static Collection<String> counts() {
        Collection<String> ids = indicators();
        ids.removeIf(id -> !NaiveIds.isCount(id));
        return ids;
    }

    /**
     * One figure of an area.
     *
     * @param within codes of the municipalities in it
     * @throws IllegalArgumentException for an id that is not among {@link #indicators()}
     */
    public NaiveFigure figure(Collection<String> within, String indicator, LocalDate date) {
        if (NaiveIds.isIndex(indicator)) {
            return index(within, indicator, date);
        }
        if (!NaiveIds.isCount(indicator) && !NaiveIds.isRatioOfSums(indicator)) {
            throw new IllegalArgumentException("not above the municipality: " + indicator);
        }
        double numerator = 0;
        double denominator = 0;
        for (String code : present(within)) {
            NaiveFigure figure = municipality(code).figure(code, indicator, date);
            numerator += figure.numerator();
            denominator += figure.denominator() == null ? 0 : figure.denominator();
        }
        return NaiveIds.isCount(indicator) ? NaiveFigure.count(numerator) : NaiveFigure.ratio(numerator, denominator);
    }

    private NaiveFigure index(Collection<String> within, String indicator, LocalDate date) {
        int dot = indicator.lastIndexOf('.');
        List<Unit> units = new ArrayList<>();
        for (String code : present(within)) {
            units.addAll(municipality(code).buurten(indicator.substring(0, dot), date));
        }
        return NaiveFigure.index(new NaiveIndices(units).named(indicator.substring(dot + 1)));
    }

    /** Adults of an area by the one group that each is in, every group there is. */
    public Map<NaiveGroup, Integer> adultsByGroup(Collection<String> within, LocalDate date) {
        Map<NaiveGroup, Integer> adults = new EnumMap<>(NaiveGroup.class);
        for (NaiveGroup group : NaiveGroup.values()) {
            adults.put(group, 0);
        }
        for (String code : present(within)) {
            municipality(code)
                    .adultsByGroup(code, date)
                    .forEach((group, count) -> adults.merge(group, count, Integer::sum));
        }
        return adults;
    }

    private List<String> present(Collection<String> within) {
        return municipalities.keySet().stream().filter(within::contains).toList();
    }

    private NaiveMunicipality municipality(String code) {
        return Objects.requireNonNull(municipalities.get(code));
    }
}
