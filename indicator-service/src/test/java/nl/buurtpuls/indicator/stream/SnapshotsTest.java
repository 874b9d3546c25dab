package nl.buurtpuls.indicator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.snapshot.Point;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

    private static final LocalDate DAY = LocalDate.parse("2024-01-01");

    @Test
    void whatOneFigureLosesAndAnotherGainsIsNews() {
        Map<String, Point> before = figures(31, 52);
        Map<String, Point> after = figures(30, 53);

        assertThat(after.hashCode()).as("a sum of hashes does not see it").isEqualTo(before.hashCode());
        assertThat(Snapshots.fingerprint(DAY, DAY, after)).isNotEqualTo(Snapshots.fingerprint(DAY, DAY, before));
    }

    @Test
    void dateAndBeginningOfTheDataAreNewsToo() {
        Map<String, Point> figures = figures(1, 1);

        assertThat(Snapshots.fingerprint(DAY, DAY, figures))
                .isNotEqualTo(Snapshots.fingerprint(DAY.plusDays(1), DAY, figures))
                .isNotEqualTo(Snapshots.fingerprint(DAY, DAY.plusDays(1), figures))
                .isNotEqualTo(Snapshots.fingerprint(DAY, null, figures))
                .isEqualTo(Snapshots.fingerprint(DAY, DAY, figures(1, 1)));
    }

    private static Map<String, Point> figures(long adults, long minors) {
        return new TreeMap<>(Map.of(
                "population.adults", new Point(adults, adults, null, false),
                "social-assistance.minors", new Point(minors, minors, null, false)));
    }
}
