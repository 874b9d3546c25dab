package nl.buurtpuls.indicator.contribution;

import java.time.LocalDate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.IncomeClass;
import nl.buurtpuls.indicator.timeline.Passage;
import nl.buurtpuls.indicator.timeline.Timeline;

/** What the arrivals of a grown person add to the ledger: with what income and benefit they came, and from where. */
final class AdultArrivals {

    /** A benefit that begins so many days after arrival is one with which the person came. */
    static final int DAYS_TO_A_BENEFIT = 31;

    private static final Series WITH_SOCIAL_ASSISTANCE =
            Series.of(Measure.ADULT_ARRIVALS_RECIPIENTS, Scheme.SOCIAL_ASSISTANCE.code());
    private static final Series WITH_DISABILITY =
            Series.of(Measure.ADULT_ARRIVALS_RECIPIENTS, Scheme.DISABILITY.code());

    private final AreaTable areas;

    AdultArrivals(AreaTable areas) {
        this.areas = areas;
    }

    void enter(Timeline life, Book book) {
        for (Passage passage : life.passages()) {
            if (passage instanceof Passage.Arrival arrival && life.birthday(18) <= arrival.day()) {
                for (String area : areas.around(arrival.buurt())) {
                    enter(area, arrival, life, book);
                }
            }
        }
    }

    private void enter(String area, Passage.Arrival arrival, Timeline life, Book book) {
        int day = arrival.day();
        String origin = arrival.origin().code();
        book.flow(area, Measure.ADULT_ARRIVALS, day);
        book.enter(area, Measure.ADULT_ARRIVALS_BY_ORIGIN, origin, day, 1);
        IncomeClass income = life.incomes().get(LocalDate.ofEpochDay(day).getYear());
        if (income != null && income.low()) {
            book.flow(area, Measure.ADULT_ARRIVALS_LOW_INCOME, day);
        }
        if (receivesOnArrival(life, Scheme.DISABILITY, day)) {
            book.enter(area, WITH_DISABILITY, day, 1);
        }
        if (receivesOnArrival(life, Scheme.SOCIAL_ASSISTANCE, day)) {
            book.enter(area, WITH_SOCIAL_ASSISTANCE, day, 1);
            book.enter(area, Measure.RECIPIENT_ARRIVALS_BY_ORIGIN, origin, day, 1);
            if (arrival.origin().municipality() != null) {
                book.flow(area, Measure.ADULT_ARRIVALS_FROM_MUNICIPALITY, day);
                if (isBetterOff(areas, arrival.origin())) {
                    book.flow(area, Measure.ADULT_ARRIVALS_POSITIVE_SES, day);
                }
            }
        }
    }

    private static boolean receivesOnArrival(Timeline life, Scheme scheme, int day) {
        Days benefit = life.benefits().getOrDefault(scheme, Days.NONE);
        return !benefit.and(Days.between(day, day + DAYS_TO_A_BENEFIT + 1)).isEmpty();
    }

    /** Whether a place is a municipality with a SES-WOA score above 0. */
    static boolean isBetterOff(AreaTable areas, Place origin) {
        return origin.municipality() != null
                && areas.sesWoa(origin.municipality()).orElse(0) > 0;
    }
}
