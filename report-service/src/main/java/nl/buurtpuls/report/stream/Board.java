package nl.buurtpuls.report.stream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
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
     * A line of the board, as it goes out: written once for all who are told, however many they are.
     *
     * @param place where it stands; places only grow
     * @param area the area it is about
     * @param event a server-sent event (WHATWG HTML, 9.2), in memory that sockets are written from as it is
     * @param dataAt where its data begins
     */
    record Entry(long place, Thing thing, String area, Buffer event, int dataAt) {

        private static final String END = "\n\n";

        /** @param json on one line */
        @SuppressWarnings("deprecation") // Vert.x has no other way yet to be handed memory that is not the heap's.
        static Entry of(StreamPosition place, Thing thing, String area, byte[] json) {
            byte[] head = ("id: " + place + "\nevent: " + thing.topic().event() + "\ndata: ")
                    .getBytes(StandardCharsets.UTF_8);
            byte[] end = END.getBytes(StandardCharsets.UTF_8);
            ByteBuffer bytes = ByteBuffer.allocateDirect(head.length + json.length + end.length);
            bytes.put(head).put(json).put(end).flip();
            // Each write releases what it has written; this is written again and again, and goes when nobody has it.
            ByteBuf kept = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes));
            return new Entry(place.place(), thing, area, Buffer.buffer(kept), head.length);
        }

        boolean says(byte[] json) {
            return data().equals(Buffer.buffer(json));
        }

        private Buffer data() {
            return event.slice(dataAt, event.length() - END.length());
        }
    }

    private final String name;
    private final ConcurrentNavigableMap<Long, Entry> entries = new ConcurrentSkipListMap<>();
    private final Map<Thing, Entry> newest = new HashMap<>();
    private volatile long last;

    /** @param name tells its places from those of other instances, and of those before this one started */
    Board(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** The place of the newest entry; 0 if none was ever made. */
    long last() {
        return last;
    }

    /**
     * Puts the state of a thing; returns whether that is news.
     *
     * @param json on one line
     */
    synchronized boolean put(Thing thing, String area, byte[] json) {
        Entry before = newest.get(thing);
        if (before != null && before.says(json)) {
            return false;
        }
        Entry entry = Entry.of(new StreamPosition(name, last + 1), thing, area, json);
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

    /** Takes off all that this is true of. */
    synchronized void removeIf(Predicate<Thing> gone) {
        newest.keySet().stream().filter(gone).toList().forEach(this::remove);
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

    /**
     * Reads from a place on.
     *
     * @param wanted what of it; the rest is passed over
     */
    Reader from(long place, Predicate<Entry> wanted) {
        return new Reader(place, wanted);
    }

    /** One who reads, for use by one thread at a time. */
    final class Reader {

        private final Predicate<Entry> wanted;
        /** All up to here has been looked at: on a busy board there is much that is not wanted, and it is not looked at twice. */
        private long place;

        private Reader(long place, Predicate<Entry> wanted) {
            this.place = place;
            this.wanted = wanted;
        }

        /** The next entry that is wanted; {@code null} if there is none yet. */
        @Nullable
        Entry next() {
            // Asked first: what is put while this looks stands behind it, and is looked at the next time.
            long end = last;
            Entry next = entries.tailMap(place, false).values().stream()
                    .filter(wanted)
                    .findFirst()
                    .orElse(null);
            place = next == null ? Math.max(place, end) : next.place();
            return next;
        }
    }
}
