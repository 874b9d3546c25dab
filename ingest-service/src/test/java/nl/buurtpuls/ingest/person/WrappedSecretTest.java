package nl.buurtpuls.ingest.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrappedSecretTest {

    private static final String SECRET = "a-secret-of-the-tests-and-of-nobody-else";
    private static final String OLD = "0f".repeat(32);
    private static final String NEW = "a1".repeat(32);
    private static final String BSN = "999990019";

    @Test
    void rotationOfTheWrappingKeepsEverybodysPseudonym() {
        String pseudonym = new Pseudonyms(SECRET).of(BSN);
        String first = WrappedSecret.wrap(SECRET, "v1", OLD);

        String second = wrapAnew(first, "v2", Map.of("V1", OLD, "V2", NEW));

        assertThat(second).startsWith("wrapped:v2:").doesNotContain(SECRET);
        assertThat(pseudonyms(first, Map.of("V1", OLD)).of(BSN)).isEqualTo(pseudonym);
        assertThat(pseudonyms(second, Map.of("V1", OLD, "V2", NEW)).of(BSN)).isEqualTo(pseudonym);
        // The old key can be thrown away.
        assertThat(pseudonyms(second, Map.of("V2", NEW)).of(BSN)).isEqualTo(pseudonym);
        assertThat(pseudonyms(SECRET, Map.of()).of(BSN)).isEqualTo(pseudonym);
    }

    @Test
    void configurationAloneIsOfNoUse() {
        String wrapped = WrappedSecret.wrap(SECRET, "v1", OLD);

        assertThatThrownBy(() -> pseudonyms(wrapped, Map.of()))
                .hasMessageContaining("version v1")
                .hasMessageNotContaining(SECRET);
        assertThatThrownBy(() -> pseudonyms(wrapped, Map.of("V1", NEW)))
                .hasMessageContaining("another key than that of version v1");
    }

    @Test
    void whatWasChangedIsNotOpened() {
        String wrapped = WrappedSecret.wrap(SECRET, "v1", OLD);
        char last = wrapped.charAt(20) == 'A' ? 'B' : 'A';
        String changed = wrapped.substring(0, 20) + last + wrapped.substring(21);

        assertThatThrownBy(() -> WrappedSecret.open(changed, Map.of("v1", OLD)))
                .isInstanceOf(IllegalArgumentException.class);
        // Nor does it pass for one of another version, though that has the same key.
        assertThatThrownBy(() -> WrappedSecret.open(wrapped.replace(":v1:", ":v2:"), Map.of("v2", OLD)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WrappedSecret.open("wrapped:v1", Map.of("v1", OLD)))
                .hasMessage("a wrapped secret reads wrapped:VERSION:BASE64URL");
        assertThatThrownBy(() -> WrappedSecret.open("wrapped:v1:AAAA", Map.of("v1", OLD)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysOfAnotherFormAreNamedByTheirVersionAlone() {
        assertThatThrownBy(() -> WrappedSecret.wrap(SECRET, "v1", "too-short"))
                .hasMessageContaining("version v1")
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("too-short");
        assertThatThrownBy(() -> WrappedSecret.wrap(SECRET, "V 1", OLD)).hasMessageContaining("1 to 32");
    }

    @Test
    void twoWrappingsOfOneSecretDiffer() {
        assertThat(WrappedSecret.wrap(SECRET, "v1", OLD)).isNotEqualTo(WrappedSecret.wrap(SECRET, "v1", OLD));
    }

    @Test
    void commandSaysWhatItLacks() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);

        assertThat(WrapSecret.run(new String[0], Map.of(), to, to)).isEqualTo(2);
        assertThat(WrapSecret.run(new String[] {"v2"}, Map.of(WrapSecret.SECRET, SECRET), to, to))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Usage: WrapSecret VERSION")
                .contains("there is no key of version v2")
                .doesNotContain(SECRET);
    }

    private static String wrapAnew(String secret, String version, Map<String, String> keys) {
        Map<String, String> environment = environment(secret, keys);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = WrapSecret.run(
                new String[] {version}, environment, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        assertThat(exit).isZero();
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    /** As the service makes them of its environment. */
    private static Pseudonyms pseudonyms(String secret, Map<String, String> keys) {
        PersonConfig config = new SmallRyeConfigBuilder()
                .withMapping(PersonConfig.class)
                .withSources(new EnvConfigSource(environment(secret, keys), 300))
                .build()
                .getConfigMapping(PersonConfig.class);
        return new PersonConfig.Source().pseudonyms(config);
    }

    private static Map<String, String> environment(String secret, Map<String, String> keys) {
        Map<String, String> environment = new HashMap<>();
        environment.put(WrapSecret.SECRET, secret);
        keys.forEach((version, key) -> environment.put(WrapSecret.KEYS + version, key));
        return environment;
    }
}
