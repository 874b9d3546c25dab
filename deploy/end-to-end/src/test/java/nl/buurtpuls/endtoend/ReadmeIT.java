package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The README's own examples, as printed but for the ports, give the answers that it prints. */
class ReadmeIT {

    private static final Running STACK = Running.stack();
    private static final String MARKER = "<!-- tried by ReadmeIT -->";
    private static final Pattern BLOCK =
            Pattern.compile("```bash\\n(?<command>.*?)```(?:\\s*```json\\n(?<answer>.*?)```)?", Pattern.DOTALL);

    private record Example(String command, @Nullable String answer) {}

    @Test
    void examplesWorkAsPrinted() throws Exception {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        for (Example example : examples) {
            if (example.answer() == null) {
                assertThat(run(example.command())).isNotBlank().doesNotContain("urn:buurtpuls:problem");
            } else {
                JsonNode expected = Running.JSON.readTree(example.answer());
                // Services that have only just started take longer than the README's reader has to wait.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .pollDelay(Duration.ZERO)
                        .untilAsserted(() ->
                                assertHas(expected, Running.JSON.readTree(run(example.command())), example.command()));
            }
        }
    }

    private static List<Example> examples() throws IOException {
        String readme = Files.readString(Running.HOME.resolve("README.md"));
        Matcher block = BLOCK.matcher(readme.substring(readme.indexOf(MARKER)));
        List<Example> examples = new ArrayList<>();
        while (block.find()) {
            examples.add(new Example(block.group("command"), block.group("answer")));
        }
        return examples;
    }

    private static String run(String command) throws IOException, InterruptedException {
        String here = command.replace("http://localhost:8081", STACK.ingest().toString())
                .replace("http://localhost:8083", STACK.report().toString());
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", here)
                .redirectErrorStream(true)
                .start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as("%s printed %s", command, printed).isZero();
        return printed;
    }

    /** Everything expected is there, with that value; there may be more. */
    private static void assertHas(JsonNode expected, JsonNode actual, String where) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertThat(actual.has(field.getKey()))
                        .as("%s has %s", where, field.getKey())
                        .isTrue();
                assertHas(field.getValue(), actual.get(field.getKey()), where + " " + field.getKey());
            }
        } else if (expected.isNumber()) {
            assertThat(actual.asDouble()).as(where).isEqualTo(expected.asDouble());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }
}
