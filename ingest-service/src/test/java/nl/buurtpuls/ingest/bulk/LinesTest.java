package nl.buurtpuls.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.ingest.event.EventReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

    private static final int LONGEST = EventReader.LONGEST;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000})
    void linesComeWithTheirNumbersHoweverTheStreamIsCut(int piece) throws IOException {
        String text = "a\n\n bc \r\n\t\r\n\nd";

        assertThat(read(inPieces(text, piece))).containsExactly("1:a", "3: bc \r", "6:d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n\n \r\n"})
    void blankTextHasNoLines(String text) throws IOException {
        assertThat(read(inPieces(text, 2))).isEmpty();
    }

    @Test
    void lineThatIsTooLongIsSkippedAndTheNextOneIsWhole() throws IOException {
        String longest = "x".repeat(LONGEST);
        String text = "a\n" + longest + "\n" + longest + "y\n" + "z".repeat(5 * LONGEST) + "\nb";

        assertThat(read(inPieces(text, 50_000)))
                .containsExactly("1:a", "2:" + longest, "3:too long", "4:too long", "5:b");
    }

    @Test
    void lastLineMayBeTooLongToo() throws IOException {
        assertThat(read(inPieces("a\n" + "z".repeat(3 * LONGEST), 70_000))).containsExactly("1:a", "2:too long");
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> found = new ArrayList<>();
        Lines lines = new Lines(in, 0);
        while (lines.next()) {
            String line = lines.isTooLong()
                    ? "too long"
                    : new String(lines.bytes(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
            found.add(lines.number() + ":" + line);
        }
        return found;
    }

    /** A stream that gives no more than so many bytes at a time, as a network does. */
    private static InputStream inPieces(String text, int piece) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, piece));
            }
        };
    }
}
