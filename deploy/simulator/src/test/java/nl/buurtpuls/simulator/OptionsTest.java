package nl.buurtpuls.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtpuls.simulator.output.BearerToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void withoutOptionsItIsHeerlenUpToToday() {
        Options options = of("");

        assertThat(options.settings()).isEqualTo(new Settings(Area.HEERLEN, 917, LocalDate.of(2014, 1, 1), TODAY, 1));
        assertThat(options.out()).isEqualTo("-");
        assertThat(options.ingest()).isEmpty();
        assertThat(options.speed()).isEmpty();
        assertThat(options.load()).isTrue();
    }

    @Test
    void liveAloneLoadsFirstAndPlaysSixtyTimesAsFast() {
        Options options = of("--live");

        assertThat(options.speed()).contains(60.0);
        assertThat(options.load()).isTrue();
    }

    @Test
    void eachOptionIsTaken() {
        Options options = of("--area limburg --seed 5 --from 2020-01-01 --to 2021-01-01 --scale 0.5"
                + " --out http://localhost:8081 --live --speed 100 --no-load");

        assertThat(options.settings())
                .isEqualTo(new Settings(Area.LIMBURG, 5, LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), 0.5));
        assertThat(options.ingest()).contains(URI.create("http://localhost:8081"));
        assertThat(options.speed()).contains(100.0);
        assertThat(options.load()).isFalse();
    }

    @Test
    void tokenOfTheCommandLineComesBeforeThatOfTheEnvironment() {
        Optional<String> around = Optional.of("around");

        assertThat(Options.of(new String[] {"--token", "given"}, TODAY, around).token())
                .contains(new BearerToken("given"));
        assertThat(Options.of(new String[0], TODAY, around).token()).contains(new BearerToken("around"));
        assertThat(of("").token()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--area utrecht, --area must be one of",
        "--seed x, --seed must be a whole number",
        "--from 1-1-2014, --from must be a date",
        "--to 2013-01-01, --to must not lie before --from",
        "--scale 0, --scale must be above 0 and at most 10",
        "--scale many, --scale must be a number",
        "--to, --to needs a value",
        "--bogus 1, there is no option --bogus",
        "--seed 1 --seed 2, --seed must be given once",
        "--speed 5, --speed is for --live only",
        "--no-load, --no-load is for --live only",
        "--live --speed 0, --speed must be above 0",
        "--live --speed NaN, --speed must be above 0",
        "--live --to 2030-01-01, --to must not lie after today",
        "--out http://, --out must be",
        "--token @, --token must be",
    })
    void aWrongOptionIsNamedWithItsRule(String words, String message) {
        assertThatThrownBy(() -> of(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    private static Options of(String words) {
        return Options.of(words.isEmpty() ? new String[0] : words.split(" "), TODAY, Optional.empty());
    }
}
