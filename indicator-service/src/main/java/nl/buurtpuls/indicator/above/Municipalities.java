package nl.buurtpuls.indicator.above;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import nl.buurtpuls.contract.indicator.Figures;
import org.jspecify.annotations.Nullable;

/** The municipalities of one area above them, each as it stands now, and what they add up to. */
public final class Municipalities {

    /** In order of code, so that what is added up over their buurten is so in one order. */
    private final TreeMap<String, MunicipalityTotals> standings = new TreeMap<>();

    private final Sums sums = new Sums(Sums.Of.AREA);

    /** A municipality stands so from now on. */
    public void put(MunicipalityTotals totals) {
        MunicipalityTotals before = standings.put(totals.municipality(), totals);
        if (before != null) {
            sums.add(before.own(), -1);
        }
        sums.add(totals.own(), 1);
    }

    /**
     * What all add up to. Empty while they do not stand on one date, as in the moments after midnight: a sum of two days
     * would be the figure of neither.
     */
    public Optional<Figures> figures() {
        if (standings.isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = standings.firstEntry().getValue().date();
        for (MunicipalityTotals totals : standings.values()) {
            if (!totals.date().equals(date)) {
                return Optional.empty();
            }
        }
        List<Figures> buurten = standings.values().stream()
                .flatMap(totals -> totals.buurten().values().stream())
                .map(buurt -> buurt.on(date, List.of()))
                .toList();
        return Optional.of(sums.on(date, buurten));
    }

    /** First day on which one of them has a resident; {@code null} if none has. */
    public @Nullable LocalDate dataFrom() {
        return standings.values().stream()
                .map(MunicipalityTotals::dataFrom)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
