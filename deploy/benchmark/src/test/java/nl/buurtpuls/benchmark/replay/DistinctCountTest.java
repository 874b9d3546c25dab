package nl.buurtpuls.benchmark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DistinctCountTest {

    private final DistinctCount persons = new DistinctCount();

    @Test
    void countsNobodyAndFewExactly() {
        assertThat(persons.estimate()).isZero();

        persons.add("anna");
        persons.add("bram");
        persons.add("anna");

        assertThat(persons.estimate()).isEqualTo(2);
    }

    @Test
    void countsNumberedNamesToAThousandthHoweverOftenTheyCome() {
        for (int i = 0; i < 600_000; i++) {
            persons.add("person-" + i % 300_000);
        }

        assertThat(persons.estimate()).isCloseTo(300_000, within(300L));
    }
}
