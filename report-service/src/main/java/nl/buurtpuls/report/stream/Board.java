package nl.buurtpuls.report.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of everything that is followed, in order of change: what changes again moves to the end, and what
 * says the same as before does not change. Who reads from a place on thus gets each thing once, as it is now, however
 * far behind it is. Safe for use by several threads.
 */
final class Board {

    /**
     * What is told of.
     *
     * @param topic snapshots or alerts
     * @param key the code of the area, or the id of the alert
     */
    record Thing(StreamTopic topic, String key) {}

    /**
     * A line of the board.
     *
     * @param place where it stands; places only grow
     * @param area the area it is about
     * @param text JSON
     */
    record Entry(long place, Thing thing, String area, String text) {}

    private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<Thing, Entry> newest = new HashMap<>();
    private volatile long last;

    /** The place of the newest entry; 0 if none was ever made. */
    long last() {
        return last;
    }

    /** Puts the state of a thing; returns whether that is news. */
    synchronized boolean put(Thing thing, String area, String text) {
        Entry before = newest.get(thing);
        if (before != null && before.text().equals(text)) {
            return false;
        }
        Entry entry = new Entry(last + 1, thing, area, text);
        newest.put(thing, entry);
        entries.put(entry.place(), entry);
        last = entry.place();
        if (before != null) {
            entries.remove(before.place());
        }
        return true;
    }

    /** Takes a thing off, as nobody follows it; put again, it is news. */
    synchronized void remove(Thing thing) {
        Entry entry = newest.remove(thing);
        if (entry != null) {
            entries.remove(entry.place());
        }
    }

    synchronized boolean has(Thing thing) {
        return newest.containsKey(thing);
    }

    /** Keeps no more than so many entries of a topic: the oldest go. */
    synchronized void keepNewest(StreamTopic topic, int most) {
        long surplus =
                newest.keySet().stream().filter(thing -> thing.topic() == topic).count() - most;
        if (surplus > 0) {
            entries.values().stream()
                    .filter(entry -> entry.thing().topic() == topic)
                    .limit(surplus)
                    .toList()
                    .forEach(entry -> remove(entry.thing()));
        }
    }

    /** The first entry behind a place that is wanted; {@code null} if there is none yet. */
    @Nullable
    Entry after(long place, Predicate<Entry> wanted) {
        return entries.tailMap(place, false).values().stream()
                .filter(Objects.requireNonNull(wanted))
                .findFirst()
                .orElse(null);
    }
}
