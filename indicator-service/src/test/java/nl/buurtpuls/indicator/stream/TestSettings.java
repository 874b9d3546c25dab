package nl.buurtpuls.indicator.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of an engine in a test: the shipped areas, little memory, and snapshots ten times a second. */
record TestSettings(int topicPartitions) implements IndicatorConfig {

    @Override
    public Optional<Path> areasFolder() {
        return Optional.empty();
    }

    @Override
    public OptionalInt generation() {
        return OptionalInt.empty();
    }

    @Override
    public Duration snapshotsEvery() {
        return Duration.ofMillis(100);
    }

    @Override
    public int storesMemoryMib() {
        return 16;
    }
}
