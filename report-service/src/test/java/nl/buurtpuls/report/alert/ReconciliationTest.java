package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.buurtpuls.report.alert.AlertState.Acknowledged;
import nl.buurtpuls.report.alert.AlertState.Acknowledgement;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Open;
import nl.buurtpuls.report.alert.AlertState.Pending;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReconciliationTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = day(30);
    private static final Acknowledgement SEEN = new Acknowledgement("anna", Instant.EPOCH, "on it");

    static List<Arguments> table() {
        Firing firing = new Firing(day(5), day(12));
        Resolved over = firing.resolve(day(20), Cause.CLEARED);
        return List.of(
                row("nothing known, nothing so", null, timeline(null), null, null),
                row("what is pending begins", null, timeline(pending(28)), null, pending(28)),
                row("what fires begins firing", null, timeline(firing), null, firing),
                row("what is over and was never told is not told", null, timeline(null, over), null, null),
                row("what is so stays", firing, timeline(firing), firing, null),
                row("pending fires", pending(5), timeline(firing), firing, null),
                row(
                        "pending that crossed anew is pending since then",
                        pending(5),
                        timeline(pending(25)),
                        pending(25),
                        null),
                row(
                        "pending that lapsed is over from that day",
                        pending(5),
                        lapsed(null, pending(5).resolve(day(9), Cause.CLEARED)),
                        new Resolved(day(5), null, day(9), Cause.CLEARED, null),
                        null),
                row(
                        "and for that cause",
                        pending(5),
                        lapsed(null, pending(4).resolve(day(9), Cause.TOO_FEW_RESIDENTS)),
                        new Resolved(day(5), null, day(9), Cause.TOO_FEW_RESIDENTS, null),
                        null),
                row(
                        "pending that was never so is undone",
                        pending(5),
                        lapsed(null, pending(6).resolve(day(9), Cause.CLEARED)),
                        new Resolved(day(5), null, TODAY, Cause.CORRECTION, null),
                        null),
                row(
                        "pending that fired and is over before that was seen is over from that day",
                        pending(5),
                        timeline(null, over),
                        new Resolved(day(5), null, day(20), Cause.CLEARED, null),
                        null),
                row(
                        "what lapsed and did not fire after all is undone",
                        firing,
                        lapsed(null, pending(5).resolve(day(9), Cause.CLEARED)),
                        firing.resolve(TODAY, Cause.CORRECTION),
                        null),
                row("what has ended is over from that day", firing, timeline(null, over), over, null),
                row("and what began since is another", firing, timeline(pending(25), over), over, pending(25)),
                row(
                        "what was never so is undone",
                        firing,
                        timeline(null),
                        firing.resolve(TODAY, Cause.CORRECTION),
                        null),
                row(
                        "what has not held for long enough after all is undone and pending",
                        firing,
                        timeline(pending(28)),
                        firing.resolve(TODAY, Cause.CORRECTION),
                        pending(28)),
                row(
                        "what crossed earlier than was known is the same alert",
                        firing,
                        timeline(new Firing(day(2), day(9))),
                        new Firing(day(2), day(9)),
                        null),
                row(
                        "what crossed later than was known too",
                        firing,
                        timeline(new Firing(day(8), day(15))),
                        new Firing(day(8), day(15)),
                        null),
                row(
                        "who has seen it has seen it",
                        firing.acknowledge(SEEN),
                        timeline(new Firing(day(2), day(9))),
                        new Acknowledged(day(2), day(9), SEEN),
                        null),
                row(
                        "also when it is over",
                        firing.acknowledge(SEEN),
                        timeline(null, over),
                        new Resolved(day(5), day(12), day(20), Cause.CLEARED, SEEN),
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void whatWasToldBecomesWhatIsSo(
            String why, @Nullable Open open, AlertTimeline timeline, @Nullable AlertState known, @Nullable Open begun) {
        assertThat(Reconciliation.of(open, timeline, TODAY)).as(why).isEqualTo(new Reconciliation(known, begun));
    }

    /**
     * Corrections come one by one, in any order, each of them twice, and somebody looks now and then: what is open in the end
     * is what the figures say, one alert at most, and looking again changes nothing. What is over by then is another matter:
     * it was so by what was known when somebody looked, and stays told.
     */
    @Test
    void whateverTheOrderOfTheSameCorrectionsTheSameAlertIsOpen() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<int[]> corrections = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                corrections.add(new int[] {random.nextInt(30), random.nextInt(20, 30)});
            }
            double[] last = new double[30];
            corrections.forEach(correction -> last[correction[0]] = 0);
            corrections.forEach(correction -> last[correction[0]] += correction[1]);
            AlertTimeline timeline = courseOf(last);
            Open expected = timeline.now();
            List<int[]> twice = new ArrayList<>(corrections);
            twice.addAll(corrections);
            for (int order = 0; order < 3; order++) {
                Collections.shuffle(twice, random);
                Open open = null;
                double[] known = new double[30];
                // As the engine does, by what they are: an array is the same as itself alone.
                Set<int[]> seen = new HashSet<>();
                for (int[] correction : twice) {
                    if (seen.add(correction)) {
                        known[correction[0]] += correction[1];
                    }
                    if (random.nextInt(3) > 0) {
                        open = after(open, courseOf(known));
                        assertThat(Reconciliation.of(open, courseOf(known), TODAY)
                                        .changes(open))
                                .as("seed %d, looked at twice", seed)
                                .isFalse();
                    }
                }
                open = after(open, timeline);

                assertThat(open).as("seed %d", seed).isEqualTo(expected);
                assertThat(Reconciliation.of(open, timeline, TODAY).changes(open))
                        .isFalse();
            }
        }
    }

    private static @Nullable Open after(@Nullable Open open, AlertTimeline timeline) {
        Reconciliation found = Reconciliation.of(open, timeline, TODAY);
        if (found.known() instanceof Open still) {
            assertThat(found.begun()).as("one at a time").isNull();
            return still;
        }
        return found.begun();
    }

    private static AlertTimeline courseOf(double[] values) {
        DayValues days = new DayValues(FIRST, Arrays.copyOf(values, values.length));
        return AlertTimeline.of(new Condition.Threshold(Direction.ABOVE, 45, 30.0), Period.ofDays(2), 0, days, days);
    }

    private static Arguments row(
            String why, @Nullable Open open, AlertTimeline timeline, @Nullable AlertState known, @Nullable Open begun) {
        return Arguments.of(why, open, timeline, known, begun);
    }

    private static AlertTimeline timeline(@Nullable Open now, Resolved... past) {
        return new AlertTimeline(List.of(past), List.of(), now);
    }

    private static AlertTimeline lapsed(@Nullable Open now, Resolved... lapsed) {
        return new AlertTimeline(List.of(), List.of(lapsed), now);
    }

    private static Pending pending(int day) {
        return new Pending(day(day));
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number - 1);
    }
}
