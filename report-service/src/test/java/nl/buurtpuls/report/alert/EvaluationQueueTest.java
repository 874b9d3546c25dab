package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.report.alert.EvaluationQueue.Due;
import org.junit.jupiter.api.Test;

/** Moments are milliseconds here; areas are of the municipality that their first letter names. */
class EvaluationQueueTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 15);
    private static final LocalDate BEFORE = LocalDate.of(2020, 1, 1);

    private final EvaluationQueue queue =
            new EvaluationQueue(Duration.ofMillis(200), Duration.ofSeconds(30), area -> area.substring(0, 1));

    @Test
    void whatChangesIsDueOnceItHasSettledOrHasGoneOnForTooLong() {
        touch("a1", TODAY, 0);
        touch("a1", BEFORE, 150);

        assertThat(due(349, 8)).isEmpty();
        assertThat(queue.due(nanos(350), 8, true)).containsExactly(new Due("a1", BEFORE));
        assertThat(due(1_000_000, 8)).isEmpty();

        for (long now = 0; now < 30_000; now += 100) {
            touch("a2", TODAY, now);
            assertThat(due(now, 8)).isEmpty();
        }
        touch("a2", TODAY, 30_000);
        assertThat(due(30_000, 8)).containsExactly("a2");
    }

    @Test
    void aMunicipalityThatLoadsItsYearsHoldsUpNoOther() {
        for (int area = 1; area <= 9; area++) {
            touch("a" + area, BEFORE, 0);
        }
        touch("b1", TODAY, 10);
        touch("c1", TODAY, 20);
        touch("c2", TODAY, 20);

        assertThat(due(1_000, 4)).containsExactly("a1", "b1", "c1", "a2");
        assertThat(due(1_000, 3)).containsExactly("c2", "a3", "a4");
        touch("b2", TODAY, 1_000);
        assertThat(due(1_200, 2)).containsExactly("a5", "b2");
    }

    @Test
    void whatIsVisitedGoesAlternatelyWithWhatChanges() {
        queue.visit(List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"));
        touch("a9", TODAY, 0);
        touch("b1", TODAY, 0);
        touch("c1", TODAY, 150);

        assertThat(due(0, 1)).as("need not settle").containsExactly("a1");
        assertThat(queue.due(nanos(200), 5, true))
                .containsExactly(
                        new Due("a9", LocalDate.MIN),
                        new Due("a2", LocalDate.MIN),
                        new Due("b1", TODAY),
                        new Due("a3", LocalDate.MIN),
                        new Due("a4", LocalDate.MIN));
        assertThat(due(350, 100)).containsExactly("c1", "a5", "a6", "a7", "a8");
        assertThat(due(1_000_000, 100)).isEmpty();
    }

    @Test
    void whileVisitsRestWhatChangesIsLookedAtAlone() {
        queue.visit(List.of("a1"));
        touch("b1", TODAY, 0);
        touch("b2", TODAY, 100);
        assertThat(queue.isDue(nanos(199))).isFalse();
        assertThat(queue.isDue(nanos(200))).isTrue();

        assertThat(queue.due(nanos(200), 8, false)).containsExactly(new Due("b1", TODAY));

        assertThat(queue.isDue(nanos(299))).isFalse();
        assertThat(queue.due(nanos(299), 8, false)).isEmpty();
        assertThat(due(300, 8)).containsExactly("b2", "a1");
        assertThat(queue.isDue(nanos(1_000_000))).isFalse();
    }

    @Test
    void placesThatAreNotDueHoldUpNone() {
        List<String> visits = new ArrayList<>();
        for (char place = 'a'; place < 'k'; place++) {
            touch(place + "1", TODAY, 1_000);
            visits.add(place + "2");
        }
        queue.visit(visits);
        touch("z1", TODAY, 0);

        assertThat(due(1_100, 2)).containsExactly("z1", "a2");
    }

    @Test
    void whoseVisitIsWantedLastIsVisitedFirst() {
        queue.visit(List.of("a1", "a2", "a3"));
        assertThat(due(0, 1)).containsExactly("a1");

        queue.visit(List.of("b1", "a3", "b2"));

        assertThat(due(0, 8)).containsExactly("b1", "a3", "b2", "a2");
    }

    @Test
    void whatChangesIsVisitedWithThat() {
        touch("a2", TODAY, 0);
        queue.visit(List.of("a2"));

        assertThat(due(199, 8)).isEmpty();
        assertThat(queue.due(nanos(200), 8, true)).containsExactly(new Due("a2", LocalDate.MIN));
        assertThat(due(1_000_000, 8)).isEmpty();
    }

    @Test
    void whatCouldNotBeLookedAtHasItsTurnAgainAtThatMomentWhateverChangesThen() {
        queue.visit(List.of("b1"));
        queue.again(new Due("a1", BEFORE), nanos(2_000));
        queue.again(new Due("a2", TODAY), nanos(2_000));
        touch("a1", TODAY, 1_000);
        touch("a2", TODAY, 1_950);

        assertThat(due(1_999, 1)).containsExactly("b1");
        assertThat(due(1_999, 8)).isEmpty();
        assertThat(queue.due(nanos(2_000), 8, true)).containsExactly(new Due("a1", BEFORE), new Due("a2", TODAY));
    }

    private void touch(String area, LocalDate from, long millis) {
        queue.touch(area, from, nanos(millis));
    }

    private List<String> due(long millis, int most) {
        return queue.due(nanos(millis), most, true).stream().map(Due::area).toList();
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
