package nl.buurtpuls.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private boolean put(String area, String text) {
        return board.put(thing(area), area, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Thing thing(String area) {
        return new Thing(StreamTopic.SNAPSHOTS, area);
    }

    private List<String> readFrom(long place) {
        List<String> read = new ArrayList<>();
        @Nullable Entry entry = board.after(place, any -> true);
        while (entry != null) {
            read.add(entry.area() + " " + entry.text());
            entry = board.after(entry.place(), any -> true);
        }
        return read;
    }
}
