package nl.buurtpuls.benchmark.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void linesAreTheEventsHoweverTheyAreRead() {
        Batches source = new Batches(1, "a");
        String expected = "";
        for (int event = 0; event < 20; event++) {
            expected += new String(source.event(), StandardCharsets.UTF_8) + "\n";
        }

        Lines lines = new Lines(new Batches(1, "a"), 20);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[700];
        read.write(lines.read());
        for (int n = lines.read(some, 3, 600); n > 0; n = lines.read(some, 3, 600)) {
            read.write(some, 3, n);
        }

        assertThat(read.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(lines.sent()).isEqualTo(read.size());
        assertThat(lines.read()).isEqualTo(-1);
        assertThat(lines.isInFirstTenth()).isFalse();
    }
}
