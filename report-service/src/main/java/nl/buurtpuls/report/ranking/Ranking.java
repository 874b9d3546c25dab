package nl.buurtpuls.report.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import org.jspecify.annotations.Nullable;

/** Puts areas in order: highest first, equal values share a rank (1, 2, 2, 4), those without a value last, without one. */
final class Ranking {

    private static final Comparator<Entry> ORDER = Comparator.comparing(
                    (Entry entry) -> value(entry), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(entry -> entry.area().code());

    private Ranking() {}

    record Entry(Area area, PublishedPoint point) {}

    record Ranked(@Nullable Integer rank, Entry entry) {}

    static List<Ranked> of(List<Entry> entries) {
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(ORDER);
        List<Ranked> ranked = new ArrayList<>(ordered.size());
        Double before = null;
        int rank = 0;
        for (int place = 1; place <= ordered.size(); place++) {
            Entry entry = ordered.get(place - 1);
            Double value = value(entry);
            if (value != null && !value.equals(before)) {
                rank = place;
                before = value;
            }
            ranked.add(new Ranked(value == null ? null : rank, entry));
        }
        return ranked;
    }

    private static @Nullable Double value(Entry entry) {
        Number value = entry.point().value();
        return value == null ? null : Double.valueOf(value.doubleValue());
    }
}
