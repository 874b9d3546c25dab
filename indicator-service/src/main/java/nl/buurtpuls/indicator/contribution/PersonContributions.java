package nl.buurtpuls.indicator.contribution;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.ledger.Posting;
import nl.buurtpuls.indicator.timeline.Calendar;
import nl.buurtpuls.indicator.timeline.Days;
import nl.buurtpuls.indicator.timeline.Passage;
import nl.buurtpuls.indicator.timeline.Stay;
import nl.buurtpuls.indicator.timeline.Timeline;

/** What one person's life adds to the ledger of every area it touches. */
public final class PersonContributions {

    private static final List<Window> RETENTION_WINDOWS = List.of(Window.ONE_YEAR, Window.FIVE_YEARS, Window.TEN_YEARS);

    private final AreaTable areas;
    private final AdultArrivals arrivals;

    public PersonContributions(AreaTable areas) {
        this.areas = areas;
        this.arrivals = new AdultArrivals(areas);
    }

    /**
     * Posts the difference between two lives of one person. What both have in common would cancel out; most of it is
     * not entered in the first place.
     */
    public void post(String municipality, Timeline before, Timeline after, Posting posting) {
        int common = commonStart(before.passages(), after.passages());
        Book old = posting.before();
        Book now = posting.after();
        skip(common, before.passages()).forEach(passage -> passage(passage, old));
        skip(common, after.passages()).forEach(passage -> passage(passage, now));

        boolean sameSpan = before.born() == after.born() && before.died() == after.died();
        boolean sameBenefits = sameSpan && before.benefits().equals(after.benefits());
        boolean sameSettlements = sameBenefits && before.settlements().equals(after.settlements());
        boolean sameIncomes = before.incomes().equals(after.incomes());
        boolean samePassages = before.passages().equals(after.passages());
        if (!samePassages || !sameBenefits || !sameIncomes) {
            arrivals.enter(before, old);
            arrivals.enter(after, now);
        }
        Map<String, Days> presentBefore = presences(before);
        Map<String, Days> presentAfter = presences(after);
        Set<String> touched = new LinkedHashSet<>(presentBefore.keySet());
        touched.addAll(presentAfter.keySet());
        Recipient received = new Recipient(areas, municipality, before);
        Recipient receives = new Recipient(areas, municipality, after);
        Days lowBefore = Incomes.low(before);
        Days lowAfter = Incomes.low(after);
        for (String area : touched) {
            Days was = presentBefore.getOrDefault(area, Days.NONE);
            Days is = presentAfter.getOrDefault(area, Days.NONE);
            boolean samePresence = was.equals(is);
            if (!samePresence || !sameSpan) {
                residence(area, before, was, old);
                residence(area, after, is, now);
            }
            if (!samePresence || !sameSettlements) {
                received.enter(area, was, old);
                receives.enter(area, is, now);
            }
            if (!samePresence || !sameIncomes) {
                old.stock(area, Measure.LOW_INCOME, was.and(lowBefore));
                now.stock(area, Measure.LOW_INCOME, is.and(lowAfter));
            }
        }
    }

    private static void residence(String area, Timeline life, Days presence, Book book) {
        population(area, life, presence, book);
        retention(area, life, presence, book);
        kindergartner(area, life, presence, book);
    }

    private static int commonStart(List<Passage> some, List<Passage> others) {
        int common = 0;
        while (common < some.size()
                && common < others.size()
                && some.get(common).equals(others.get(common))) {
            common++;
        }
        return common;
    }

    private static List<Passage> skip(int some, List<Passage> passages) {
        return passages.subList(some, passages.size());
    }

    /** The days on which the person lived in each area: a move within an area does not break its presence there. */
    private Map<String, Days> presences(Timeline life) {
        Map<String, Days> presences = new LinkedHashMap<>();
        for (Stay stay : life.stays()) {
            for (String area : areas.around(stay.residence().buurt())) {
                presences.merge(area, stay.days(), Days::or);
            }
        }
        return presences;
    }

    private void passage(Passage passage, Book book) {
        if (passage instanceof Passage.Arrival arrival) {
            everywhereAround(arrival.buurt(), Measure.ARRIVALS, arrival.day(), book);
            String origin = arrival.origin().code();
            for (String area : areas.around(arrival.buurt())) {
                book.enter(area, Measure.ARRIVALS_BY_ORIGIN, origin, arrival.day(), 1);
            }
        } else if (passage instanceof Passage.Departure departure) {
            everywhereAround(departure.buurt(), Measure.DEPARTURES, departure.day(), book);
        } else if (passage instanceof Passage.Birth birth) {
            everywhereAround(birth.buurt(), Measure.BIRTHS, birth.day(), book);
        } else if (passage instanceof Passage.Death death) {
            everywhereAround(death.buurt(), Measure.DEATHS, death.day(), book);
        } else if (passage instanceof Passage.Move move) {
            moveWithin(move, book);
        }
    }

    private void everywhereAround(String buurt, Measure measure, int day, Book book) {
        for (String area : areas.around(buurt)) {
            book.flow(area, measure, day);
        }
    }

    /** A move within the municipality is a flow for those areas alone whose border it crosses. */
    private void moveWithin(Passage.Move move, Book book) {
        List<String> left = areas.around(move.from());
        List<String> entered = areas.around(move.to());
        for (String area : left) {
            if (!entered.contains(area)) {
                book.flow(area, Measure.INTERNAL_DEPARTURES, move.day());
            }
        }
        for (String area : entered) {
            if (!left.contains(area)) {
                book.flow(area, Measure.INTERNAL_ARRIVALS, move.day());
            }
        }
    }

    /** Coming of age is an entry on the eighteenth birthday, booked ahead and taken back if the person leaves first. */
    private static void population(String area, Timeline life, Days presence, Book book) {
        book.stock(area, Measure.POPULATION, presence);
        book.stock(area, Measure.ADULTS, presence.and(life.adult()));
        book.stock(area, Measure.MINORS, presence.minus(life.adult()));
    }

    private static void retention(String area, Timeline life, Days presence, Book book) {
        book.plane(area, Measure.RETENTION_STAYED, presence, presence);
        book.plane(area, Measure.RETENTION_DIED, presence, Days.between(life.died(), Days.FOREVER));
        for (Window window : RETENTION_WINDOWS) {
            Days livedHereThen = presence.shifted(day -> Calendar.firstToLookBackOn(day, window));
            book.stock(area, Series.of(Measure.RETAINED, window.code()), presence.and(livedHereThen));
        }
    }

    private static void kindergartner(String area, Timeline life, Days presence, Book book) {
        Days kindergartner = presence.and(life.aged(4, 5));
        book.stock(area, Measure.KINDERGARTNERS, kindergartner);
        if (!presence.covers(life.birthday(2), life.birthday(4))) {
            book.stock(area, Measure.KINDERGARTNERS_NOT_TODDLERS, kindergartner);
        }
    }
}
