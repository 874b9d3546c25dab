package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The README's own examples, as printed but for the ports, give the answers that it prints. What is printed of an answer
 * must be there with that value; there may be more, and "…" stands for anything.
 */
@OnSharedStack
@Order(4)
class ReadmeIT {

    private static final String MARKER = "<!-- tried by ReadmeIT -->";
    private static final Pattern BLOCK = Pattern.compile(
            "```bash\\n(?<command>.*?)```(?:\\s*```(?<kind>json|text)\\n(?<answer>.*?)```)?", Pattern.DOTALL);
    private static final Pattern TOKEN =
            Pattern.compile("^[A-Z]+=\\$\\(deploy/local/token [^)]*\\)$", Pattern.MULTILINE);
    private static final String ANYTHING = "…";

    private final Running stack;
    private final Set<String> tokens = new LinkedHashSet<>();

    ReadmeIT(Running stack) {
        this.stack = stack;
    }

    private record Example(
            String command, @Nullable String kind, @Nullable String answer) {}

    @Test
    void examplesWorkAsPrinted() throws Exception {
        List<Example> examples = examples();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
        assertThat(examples).anySatisfy(example -> assertThat(example.answer()).isNotNull());
        for (Example example : examples) {
            TOKEN.matcher(example.command()).results().map(MatchResult::group).forEach(tokens::add);
            // Services that have just started, on a busy machine, may take longer than the example says.
            await().atMost(Patience.LIMIT).pollDelay(Duration.ZERO).untilAsserted(() -> assertWorks(example));
        }
    }

    private void assertWorks(Example example) throws IOException, InterruptedException {
        String printed = run(example.command());
        if (example.answer() == null) {
            assertThat(printed).as(example.command()).isNotBlank().doesNotContain("urn:buurtpuls:problem");
        } else if ("text".equals(example.kind())) {
            assertThat(printed.strip())
                    .as(example.command())
                    .matches(anythingForEllipsis(example.answer().strip()));
        } else {
            assertHas(Running.JSON.readTree(example.answer()), Running.JSON.readTree(printed), example.command());
        }
    }

    /** The tokens that earlier examples have, of this stack: each example is run in a shell of its own. */
    private String tokens() {
        return tokens.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<Example> examples() throws IOException {
        String readme = Files.readString(SharedStack.HOME.resolve("README.md"));
        assertThat(readme).contains(MARKER);
        Matcher block = BLOCK.matcher(readme.substring(readme.indexOf(MARKER)));
        List<Example> examples = new ArrayList<>();
        while (block.find()) {
            examples.add(new Example(block.group("command"), block.group("kind"), block.group("answer")));
        }
        return examples;
    }

    private String run(String command) throws IOException, InterruptedException {
        String ofStack = "--data " + stack.parts().data().path() + ")";
        String here = TOKEN.matcher(tokens() + command)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().replace(")", " " + ofStack)))
                .replace("http://localhost:8081", stack.ingest().toString())
                .replace("http://localhost:8083", stack.report().toString());
        Process bash = Terminal.bash(here).directory(SharedStack.HOME.toFile()).start();
        String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as("%s printed %s", command, printed).isZero();
        return printed;
    }

    private static Pattern anythingForEllipsis(String text) {
        return Pattern.compile(Pattern.quote(text).replace(ANYTHING, "\\E.*\\Q"), Pattern.DOTALL);
    }

    private static void assertHas(JsonNode expected, JsonNode actual, String where) {
        if (expected.isTextual() && expected.asText().equals(ANYTHING)) {
            return;
        }
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertThat(actual.has(field.getKey()))
                        .as("%s has %s: %s", where, field.getKey(), actual)
                        .isTrue();
                assertHas(field.getValue(), actual.get(field.getKey()), where + " " + field.getKey());
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as("%s: %s", where, actual).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertHas(expected.get(i), actual.get(i), where + " " + i);
            }
        } else if (expected.isNumber()) {
            assertThat(actual.isNumber()).as("%s: %s", where, actual).isTrue();
            assertThat(actual.asDouble()).as(where).isEqualTo(expected.asDouble());
        } else {
            assertThat(actual).as(where).isEqualTo(expected);
        }
    }
}
