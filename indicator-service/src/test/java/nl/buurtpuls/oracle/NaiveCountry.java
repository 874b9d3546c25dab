package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The figures of a region, a province or the country: counts of its municipalities, added. Who moves from one of them
 * to another is an arrival in the one and a departure from the other, as it is there. Whoever two registers both have
 * as a resident counts in both.
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

    /** The ids that {@link #sum} answers: of those that are plain counts, all. */
    public static Collection<String> indicators() {
        Collection<String> counts = new TreeSet<>(NaiveMunicipality.indicators());
        counts.removeIf(id -> !NaiveIds.isCount(id));
        return counts;
    }

    /**
     * A count of an area, from the figures of the municipalities in it.
     *
     * @param within codes of the municipalities in the area
     * @throws IllegalArgumentException for an id that is not among {@link #indicators()}
     */
    public NaiveFigure sum(Collection<String> within, String indicator, LocalDate date) {
        if (!NaiveIds.isCount(indicator)) {
            throw new IllegalArgumentException("does not add up: " + indicator);
        }
        double sum = 0;
        for (Map.Entry<String, NaiveMunicipality> municipality : municipalities.entrySet()) {
            if (within.contains(municipality.getKey())) {
                sum += municipality
                        .getValue()
                        .figure(municipality.getKey(), indicator, date)
                        .numerator();
            }
        }
        return NaiveFigure.count(sum);
    }

    /** Adults of an area by the one group that each is in. */
    public Map<NaiveGroup, Integer> adultsByGroup(Collection<String> within, LocalDate date) {
        Map<NaiveGroup, Integer> adults = new LinkedHashMap<>();
        municipalities.forEach((code, municipality) -> {
            if (within.contains(code)) {
                municipality.adultsByGroup(code, date).forEach((group, n) -> adults.merge(group, n, Integer::sum));
            }
        });
        return adults;
    }
}
