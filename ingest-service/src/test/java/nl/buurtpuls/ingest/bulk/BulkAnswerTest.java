package nl.buurtpuls.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.buurtpuls.ingest.publish.PublishConfig.Answering;
import nl.buurtpuls.ingest.testing.Moves;
import org.junit.jupiter.api.Test;

class BulkAnswerTest {

    private static final String GOOD = Moves.of("good", "GM0363");

    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

    @Test
    void asItGoesARefusalIsToldBeforeTheNextLineIsRead() throws IOException {
        List<Integer> told = take(lines(5, "{}", GOOD), Answering.AS_IT_GOES);

        assertThat(told).last().satisfies(before -> assertThat(before).isPositive());
        assertThat(answers()).last().isEqualTo(json("{\"accepted\":5,\"refused\":5}"));
    }

    @Test
    void atTheEndNothingIsToldWhileTheBodyComesAndThenAllOfIt() throws IOException {
        List<Integer> told = take(lines(5, "{}", GOOD), Answering.AT_END);

        assertThat(told).containsOnly(0);
        assertThat(answers()).extracting(line -> line.path("line").asInt(-1)).containsExactly(1, 3, 5, 7, 9, -1);
        assertThat(answers()).last().isEqualTo(json("{\"accepted\":5,\"refused\":5}"));
    }

    @Test
    void moreRefusalsThanCanBeHeldEndTheLoadAtALineFromWhichItGoesOn() throws IOException {
        int all = 20_000;

        take(lines(all, GOOD, "{}"), Answering.AT_END);

        JsonNode last = answers().get(answers().size() - 1);
        int refused = last.get("refused").asInt();
        assertThat(refused).isBetween(1000, all - 1);
        assertThat(answer.size()).isBetween(1 << 20, (1 << 20) + 2000);
        assertThat(last.at("/error/type").asText()).endsWith("invalid-event");
        assertThat(last.get("acknowledgedThroughLine").asInt()).isEqualTo(2 * refused);
        assertThat(answers().get(answers().size() - 2).get("line").asInt()).isEqualTo(2 * refused);
    }

    private static String lines(int pairs, String first, String second) {
        return IntStream.range(0, pairs)
                .mapToObj(any -> first + "\n" + second + "\n")
                .collect(Collectors.joining());
    }

    /** How much had been answered each time that more was read. */
    private List<Integer> take(String body, Answering when) throws IOException {
        List<Integer> told = new ArrayList<>();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        InputStream aLineAtATime = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                told.add(answer.size());
                int end = pos;
                while (end < count && buf[end] != '\n') {
                    end++;
                }
                return super.read(into, offset, Math.min(length, Math.min(end + 1, count) - pos));
            }
        };
        BulkLoads.take(aLineAtATime, answer, when);
        return told;
    }

    private List<JsonNode> answers() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : answer.toString(StandardCharsets.UTF_8).split("\n")) {
            lines.add(json(line));
        }
        return lines;
    }

    private static JsonNode json(String line) throws IOException {
        return new ObjectMapper().readTree(line);
    }
}
