package nl.buurtpuls.report.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.finding.FindingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the dashboard. */
class TextsTest {

    private static final Path DASHBOARD = Path.of("src/main/resources/META-INF/resources/dashboard");
    /** A key as it stands in a module: {@code t('page.map')}. */
    private static final Pattern NAMED = Pattern.compile("\\bt\\('([^'$]+)'");
    /** A key that ends in what is known only then: {@code t(`levels.${each}`)}. */
    private static final Pattern BEGUN = Pattern.compile("\\bt\\(`([^`$]+)\\$\\{");

    private static final Pattern BLANK = Pattern.compile("\\{\\w+}");

    private final Map<String, String> dutch = texts("nl");
    private final Map<String, String> english = texts("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(english.keySet()).containsExactlyElementsOf(dutch.keySet());
        assertThat(english)
                .allSatisfy((key, text) -> assertThat(blanks(text)).as(key).isEqualTo(blanks(dutch.get(key))));
        assertThat(dutch.values()).noneMatch(String::isBlank);
        assertThat(english.values()).noneMatch(String::isBlank);
    }

    @Test
    void everyTextThatIsAskedForIsThere() throws IOException {
        List<String> modules = modules();

        assertThat(modules)
                .flatMap(module -> found(NAMED, module))
                .hasSizeGreaterThan(50)
                .allSatisfy(key -> assertThat(dutch).containsKey(key));
        assertThat(modules)
                .flatMap(module -> found(BEGUN, module))
                .hasSizeGreaterThan(5)
                .allSatisfy(beginning -> assertThat(dutch.keySet()).anyMatch(key -> key.startsWith(beginning)));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfFindingHasAName(FindingKind kind) {
        assertThat(dutch).containsKey("finding." + kind.code());
    }

    private static List<String> modules() throws IOException {
        try (Stream<Path> files = Files.walk(DASHBOARD)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(TextsTest::read)
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Set<String> blanks(String text) {
        return BLANK.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language) {
        try {
            return new ObjectMapper()
                    .readValue(
                            read(DASHBOARD.resolve("texts/" + language + ".json")),
                            new TypeReference<Map<String, String>>() {});
        } catch (IOException e) {
            throw new IllegalStateException("the texts are no JSON", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
