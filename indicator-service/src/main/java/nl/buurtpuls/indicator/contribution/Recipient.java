package nl.buurtpuls.indicator.contribution;

import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.timeline.Calendar;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.Timeline;

/**
 * What a person with benefits adds to the ledger: that they receive, how long, and whether since they settled. A running
 * spell is an unbroken run of days, wherever the person lived; who stands in a band of duration is booked ahead.
 */
final class Recipient {

    private static final int CLASSES = OriginClass.values().length;

    private final Timeline life;
    /** Whole runs of days with each scheme, by {@link Scheme#ordinal}, and with any. */
    private final List<Days> runs;

    private final Days anyRuns;
    /** Of these, the days on which a run has lasted two to five years, or five or more. */
    private final List<Days> middle;

    private final Days anyMiddle;
    private final List<Days> longest;
    private final Days anyLongest;
    private final List<SinceSettlement> settled;

    Recipient(AreaTable areas, String municipality, Timeline life) {
        this.life = life;
        if (life.benefits().isEmpty()) {
            runs = List.of();
            anyRuns = Days.NONE;
            middle = List.of();
            anyMiddle = Days.NONE;
            longest = List.of();
            anyLongest = Days.NONE;
            settled = List.of();
            return;
        }
        runs = life.runs();
        anyRuns = Days.union(runs);
        middle = runs.stream().map(Recipient::lastingTwoToFive).toList();
        anyMiddle = lastingTwoToFive(anyRuns);
        longest = runs.stream().map(Recipient::lastingFive).toList();
        anyLongest = lastingFive(anyRuns);
        settled = SinceSettlement.of(areas, municipality, life);
    }

    private static Days lastingTwoToFive(Days runs) {
        return lasting(runs, 2).minus(lastingFive(runs));
    }

    private static Days lastingFive(Days runs) {
        return lasting(runs, 5);
    }

    /** The days on which a run has lasted at least so many completed years. */
    private static Days lasting(Days runs, int years) {
        Days days = Days.NONE;
        for (int run = 0; run < runs.spans(); run++) {
            days = days.or(Days.between(Calendar.birthday(runs.from(run), years), runs.to(run)));
        }
        return days;
    }

    void enter(String area, Days presence, Book book) {
        if (runs.isEmpty() || presence.isEmpty()) {
            return;
        }
        enter(area, Measure.RECIPIENTS, presence, runs, anyRuns, book);
        enter(area, Measure.RECIPIENTS_2Y_TO_5Y, presence, middle, anyMiddle, book);
        enter(area, Measure.RECIPIENTS_OVER_5Y, presence, longest, anyLongest, book);
        Days asAdult = presence.and(life.adult());
        enter(area, Measure.ADULT_RECIPIENTS, asAdult, runs, anyRuns, book);
        countedBefore(area, asAdult, book);
        for (SinceSettlement since : settled) {
            List<Days> schemes = since.schemes().stream().map(presence::and).toList();
            Days any = presence.and(since.any());
            book.schemes(
                    area, Measure.SETTLED_RECIPIENTS, CLASSES, since.origin().ordinal(), schemes, any);
            if (since.betterOff()) {
                book.schemes(area, Measure.SETTLED_RECIPIENTS_POSITIVE_SES, schemes, any);
            }
        }
    }

    private static void enter(String area, Measure measure, Days presence, List<Days> schemes, Days any, Book book) {
        book.schemes(area, measure, schemes.stream().map(presence::and).toList(), presence.and(any));
    }

    /** For the groups of which each adult is in one: the days with a scheme that are those of an earlier scheme too. */
    private void countedBefore(String area, Days asAdult, Book book) {
        Days earlier = runs.get(0);
        for (int scheme = 1; scheme < runs.size(); scheme++) {
            Days both = asAdult.and(earlier).and(runs.get(scheme));
            book.stock(area, Series.at(Measure.ADULTS_COUNTED_BEFORE, scheme - 1), both);
            earlier = earlier.or(runs.get(scheme));
        }
    }
}
