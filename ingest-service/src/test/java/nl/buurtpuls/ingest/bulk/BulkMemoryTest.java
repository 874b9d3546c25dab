package nl.buurtpuls.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BulkMemoryTest {

    private static final long LINES = 1_000_000;

    @Test
    @Timeout(600)
    void bulkLoadOfTenTimesTheHeapIsTaken() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BulkUnderSmallHeap.class.getName(),
                        Long.toString(LINES))
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("{\"accepted\":999000,\"refused\":1000}").doesNotContain(" after 0 times");
        assertThat(Long.parseLong(said.substring(said.lastIndexOf(' ') + 1)))
                .as("bytes that came in")
                .isGreaterThan(10L * 32 * 1024 * 1024);
    }
}
