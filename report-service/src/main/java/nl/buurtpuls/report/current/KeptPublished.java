package nl.buurtpuls.report.current;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.buurtpuls.contract.area.AreaTable;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may read of the ledger. It is of the first of a month, so of all that comes only corrections of the time
 * before change it: each is kept until the database tells of cells of that time. While the database tells of nothing, each
 * is read when it is asked for.
 *
 * @param <K> what tells one from another
 * @param <V> what is kept
 */
public final class KeptPublished<K extends KeptPublished.Subject, V> {

    /** What something that is published is of. */
    public interface Subject {
        /** An area, or the place that some of them lie in; see {@link AreaTable#placeOf}. */
        String area();

        /** The date that it is of. */
        LocalDate date();
    }

    private final Kept<K, V> kept;
    private final Replacements replacements;
    private final AreaTable table;
    private final BiFunction<K, @Nullable V, LocalDate> lastDay;

    /**
     * @param most to be kept
     * @param lastDay the last day whose cells it hangs on; the value is {@code null} while it is being read
     */
    public KeptPublished(
            int most, Replacements replacements, AreaTable table, BiFunction<K, @Nullable V, LocalDate> lastDay) {
        this.kept = new Kept<>(most);
        this.replacements = replacements;
        this.table = table;
        this.lastDay = lastDay;
        replacements.listen(new Replacements.Listener() {
            @Override
            public void replaced(String area) {
                // What is published is summed up from the ledger.
            }

            @Override
            public void recounted(Map<String, LocalDate> firstDays) {
                dropWhatFollowsFrom(firstDays);
            }

            @Override
            public void resumed() {
                kept.dropAll();
            }
        });
    }

    /** Those that are kept, and with them those that are read now. To be asked for on an event loop. */
    public Uni<Map<K, V>> getAll(Collection<K> keys, Function<Set<K>, Uni<Map<K, V>>> reading) {
        return replacements.areTold() ? kept.getAll(keys, reading::apply) : reading.apply(Set.copyOf(keys));
    }

    private void dropWhatFollowsFrom(Map<String, LocalDate> firstDays) {
        Map<String, LocalDate> places = new HashMap<>();
        firstDays.forEach((area, first) ->
                table.placesFollowing(area).forEach(place -> places.merge(place, first, KeptPublished::earlier)));
        LocalDate earliest = places.values().stream().reduce(LocalDate.MAX, KeptPublished::earlier);
        kept.dropIf((key, value) -> {
            LocalDate last = lastDay.apply(key, value);
            // Most that comes is of today, so that most is told apart by this alone.
            if (earliest.isAfter(last)) {
                return false;
            }
            LocalDate first = places.get(table.placeOf(key.area()));
            return first != null && !first.isAfter(last);
        });
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
