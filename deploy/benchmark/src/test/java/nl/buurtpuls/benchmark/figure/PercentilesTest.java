package nl.buurtpuls.benchmark.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {
    /** 15, 20, 35, 40, 50: the worked example of the nearest-rank method. */
    private static final List<Duration> FIVE =
            IntStream.of(35, 20, 15, 50, 40).mapToObj(Duration::ofMillis).toList();

    @ParameterizedTest
    @CsvSource({"5,15", "20,15", "30,20", "40,20", "50,35", "80,40", "80.1,50", "99,50", "100,50"})
    void aPercentileIsTheValueAtTheNearestRank(double percent, long millis) {
        assertThat(Percentiles.of(FIVE).at(percent)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void ofAThousandTheTenSlowestLieAboveP99WhateverOrderTheyCameIn() {
        List<Duration> measured = new ArrayList<>(
                IntStream.rangeClosed(1, 1_000).mapToObj(Duration::ofNanos).toList());
        Collections.shuffle(measured, new Random(1));

        assertThat(Percentiles.of(measured).at(99)).isEqualTo(Duration.ofNanos(990));
    }

    @Test
    void maxIsTheSlowest() {
        assertThat(Percentiles.of(FIVE).max()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aSingleMeasurementIsEveryPercentile() {
        Percentiles one = Percentiles.of(List.of(Duration.ofMillis(7)));

        assertThat(List.of(one.at(0.1), one.at(50), one.at(100))).containsOnly(Duration.ofMillis(7));
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThatThrownBy(() -> Percentiles.of(List.of()).at(50))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nothing was measured");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "100.1", "NaN"})
    void aPercentileOutsideItsRangeIsRefusedByName(double percent) {
        assertThatThrownBy(() -> Percentiles.of(FIVE).at(percent))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(percent));
    }
}
