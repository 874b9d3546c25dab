package nl.buurtpuls.benchmark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.EventType;
import org.junit.jupiter.api.Test;

class MutatorTest {

    private static final int EVENTS = 2000;

    private final Seeds seeds = new Seeds();

    @Test
    void sameSeedTampersAlikeAndAnotherDoesNot() {
        assertThat(tampered(1)).isEqualTo(tampered(1)).isNotEqualTo(tampered(2));
    }

    @Test
    void someOfItIsJsonStillAndSomeIsNot() {
        long json = Arrays.stream(tampered(1)).filter(MutatorTest::isJson).count();

        assertThat(json).isBetween(EVENTS / 10L, EVENTS * 9L / 10);
    }

    @Test
    void headersHoldOnlyWhatAHeaderMay() {
        Mutator mutator = new Mutator(new SplittableRandom(1));

        for (int i = 0; i < EVENTS; i++) {
            assertThat(mutator.header("urn:nld:x")).matches("[ -~]*");
        }
    }

    @Test
    void goodEventsAreOfEveryType() {
        int examples = Arrays.stream(EventType.values())
                .mapToInt(type -> EventSchemas.of(type).path("examples").size())
                .sum();

        assertThat(IntStream.range(0, examples)
                        .mapToObj(number -> seeds.good(number).path("type").asText())
                        .distinct())
                .containsExactlyInAnyOrder(Arrays.stream(EventType.values())
                        .map(EventType::typeName)
                        .toArray(String[]::new));
    }

    private byte[][] tampered(long seed) {
        Mutator mutator = new Mutator(new SplittableRandom(seed));
        return IntStream.range(0, EVENTS)
                .mapToObj(number -> mutator.tamper(seeds.other(number)))
                .toArray(byte[][]::new);
    }

    private static boolean isJson(byte[] bytes) {
        try {
            new ObjectMapper().readTree(bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
