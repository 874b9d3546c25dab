package nl.buurtpuls.report.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.buurtpuls.report.ledger.Stretches.Stretch;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StretchesTest {

    private static final int JANUARY_2024 = 2024 * 12;

    @Test
    void upToAnEndOfAMonthThereAreMonthsAlone() {
        assertThat(Stretches.upTo(days("2023-12-31")))
                .isEqualTo(new Stretches(List.of(new Stretch(0, Integer.MIN_VALUE, JANUARY_2024 - 1)), List.of()));
    }

    @Test
    void theMonthOfTheDayIsCut() {
        assertThat(Stretches.upTo(days("2024-01-01")))
                .isEqualTo(new Stretches(
                        List.of(new Stretch(0, Integer.MIN_VALUE, JANUARY_2024 - 1)),
                        List.of(new Stretch(0, day("2024-01-01"), day("2024-01-01")))));
    }

    @Test
    void monthsThatAreOverByALaterDayAloneAreCountedFromThatDayOn() {
        assertThat(Stretches.upTo(days("2024-01-30", "2024-04-02")))
                .isEqualTo(new Stretches(
                        List.of(
                                new Stretch(0, Integer.MIN_VALUE, JANUARY_2024 - 1),
                                new Stretch(1, JANUARY_2024, JANUARY_2024 + 2)),
                        List.of(
                                new Stretch(0, day("2024-01-01"), day("2024-01-30")),
                                new Stretch(1, day("2024-04-01"), day("2024-04-02")))));
    }

    /** Months count for their day and all later ones, days for theirs alone: so each day up to one counts once for it. */
    @RepeatedTest(200)
    void everyDayUpToADayCountsOnceForIt(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int first = day("2023-11-01") - 800 * random.nextInt(30);
        SortedSet<Integer> ends = new TreeSet<>();
        random.ints(1 + random.nextInt(8), first, first + 150).forEach(ends::add);
        Stretches stretches = Stretches.upTo(ends);
        List<Integer> sorted = List.copyOf(ends);
        for (int day = first - 40; day < first + 190; day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            List<Integer> byMonth = places(stretches.months(), date.getYear() * 12 + date.getMonthValue() - 1);
            List<Integer> byDay = places(stretches.days(), day);
            for (int place = 0; place < sorted.size(); place++) {
                int end = place;
                long counted = byMonth.stream().filter(since -> since <= end).count()
                        + byDay.stream().filter(own -> own == end).count();
                assertThat(counted)
                        .as("%s up to place %d of %s", date, place, ends)
                        .isEqualTo(day <= sorted.get(place) ? 1 : 0);
            }
        }
    }

    private static List<Integer> places(List<Stretch> stretches, int at) {
        return stretches.stream()
                .filter(stretch -> stretch.from() <= at && at <= stretch.to())
                .map(Stretch::place)
                .toList();
    }

    private static SortedSet<Integer> days(String... dates) {
        return new TreeSet<>(Arrays.stream(dates).map(StretchesTest::day).toList());
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }
}
