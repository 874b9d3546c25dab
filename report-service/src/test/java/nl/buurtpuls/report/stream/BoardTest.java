package nl.buurtpuls.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.report.stream.Board.Entry;
import nl.buurtpuls.report.stream.Board.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final Board board = new Board("here");

    @Test
    void whoIsFarBehindGetsEachThingOnceAsItIsNow() {
        put("BU1", "a");
        put("BU2", "a");
        put("BU1", "b");
        put("BU1", "c");

        assertThat(readFrom(0)).containsExactly("BU2 a", "BU1 c");
    }

    @Test
    void whatSaysTheSameIsNoNews() {
        put("BU1", "a");
        long before = board.last();

        assertThat(put("BU1", "a")).isFalse();

        assertThat(board.last()).isEqualTo(before);
        assertThat(readFrom(before)).isEmpty();
    }

    @Test
    void placesOnlyGrowSoThatWhoReadToTheEndMissesNothingThatIsPutAgain() {
        put("BU1", "a");
        long read = board.last();
        board.remove(thing("BU1"));

        put("BU1", "a");

        assertThat(readFrom(read)).containsExactly("BU1 a");
    }

    @Test
    void ofATopicTheOldestGo() {
        board.put(new Thing(StreamTopic.ALERTS, "alert"), "BU9", "alert".getBytes(StandardCharsets.UTF_8));
        for (int i = 1; i <= 4; i++) {
            put("BU" + i, "a");
        }

        board.keepNewest(StreamTopic.SNAPSHOTS, 2);

        assertThat(readFrom(0)).containsExactly("BU9 alert", "BU3 a", "BU4 a");
    }

    @Test
    void whatSomebodyDoesNotWantIsLookedAtOnce() {
        AtomicInteger looks = new AtomicInteger();
        Board.Reader reader = board.from(
                0, entry -> looks.incrementAndGet() > 0 && entry.area().equals("BU9"));
        put("BU1", "a");
        put("BU2", "a");
        assertThat(reader.next()).isNull();
        assertThat(reader.next()).isNull();

        put("BU9", "a");

        assertThat(reader.next()).isNotNull();
        assertThat(looks).hasValue(3);
    }

    @Test
    void whatIsPutWhileSomebodyLooksIsNotMissed() {
        AtomicBoolean first = new AtomicBoolean(true);
        Board.Reader reader = board.from(0, entry -> {
            if (first.getAndSet(false)) {
                put("BU1", "b");
                put("BU9", "a");
            }
            return entry.area().equals("BU9");
        });
        put("BU1", "a");

        Entry next = reader.next();

        assertThat(next == null ? reader.next() : next).isNotNull();
    }

    private boolean put(String area, String text) {
        return board.put(thing(area), area, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Thing thing(String area) {
        return new Thing(StreamTopic.SNAPSHOTS, area);
    }

    private static String text(Entry entry) {
        return entry.event().getString(entry.dataAt(), entry.event().length()).strip();
    }

    private List<String> readFrom(long place) {
        List<String> read = new ArrayList<>();
        Board.Reader reader = board.from(place, any -> true);
        for (@Nullable Entry entry = reader.next(); entry != null; entry = reader.next()) {
            read.add(entry.area() + " " + text(entry));
        }
        return read;
    }
}
