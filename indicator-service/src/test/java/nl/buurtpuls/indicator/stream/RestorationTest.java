package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final TopicPartition LEDGER = new TopicPartition("ledger-changelog", 0);
    private static final TopicPartition PERSONS = new TopicPartition("persons-changelog", 0);
    private static final String STORE = "store";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Restoration restoration = new Restoration(registry);

    @Test
    void nothingRemainsWhereNothingIsRestored() {
        assertThat(shown()).isZero();
    }

    @Test
    void whatIsReadRemainsNoMore() {
        restoration.onRestoreStart(LEDGER, STORE, 100, 1_000);
        restoration.onRestoreStart(PERSONS, STORE, 0, 50);
        assertThat(shown()).isEqualTo(950);

        restoration.onBatchRestored(LEDGER, STORE, 399, 250);

        assertThat(shown()).isEqualTo(650);
    }

    @Test
    void whatIsRestoredOrGivenAwayRemainsNoMore() {
        restoration.onRestoreStart(LEDGER, STORE, 100, 1_000);
        restoration.onRestoreStart(PERSONS, STORE, 0, 50);

        restoration.onRestoreEnd(LEDGER, STORE, 900);
        assertThat(shown()).isEqualTo(50);
        restoration.onRestoreSuspended(PERSONS, STORE, 10);

        assertThat(shown()).isZero();
    }

    @Test
    void aRestorationThatBeginsAnewCountsOnce() {
        restoration.onRestoreStart(LEDGER, STORE, 0, 1_000);
        restoration.onBatchRestored(LEDGER, STORE, 499, 500);

        restoration.onRestoreStart(LEDGER, STORE, 500, 1_200);

        assertThat(shown()).isEqualTo(700);
    }

    @Test
    void nothingRemainsOfARestorationThatFailedOnceAllRuns() {
        restoration.onRestoreStart(LEDGER, STORE, 0, 1_000);
        restoration.onChange(State.REBALANCING, State.RUNNING);
        assertThat(shown()).isEqualTo(1_000);

        restoration.onChange(State.RUNNING, State.REBALANCING);

        assertThat(shown()).isZero();
    }

    private double shown() {
        return registry.get("buurtpuls.restore.remaining.offsets").gauge().value();
    }
}
