package nl.buurtpuls.indicator.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Book;
import nl.buurtpuls.indicator.timeline.Days;

/** What a dwelling adds to the ledger: each registration holds until the next. */
public final class DwellingContributions {

    private static final Comparator<Event> ORDER = Comparator.comparing(
                    (Event fact) -> registered(fact).effectiveDate())
            .thenComparing(Event::time)
            .thenComparing(Event::id);

    private final AreaTable areas;

    public DwellingContributions(AreaTable areas) {
        this.areas = areas;
    }

    /** Enters everything that the registrations that stand add, in whatever order they are given. */
    public void enter(List<Event> standing, Book book) {
        List<Event> ordered = new ArrayList<>(standing);
        ordered.sort(ORDER);
        for (int i = 0; i < ordered.size(); i++) {
            DwellingRegistered registration = registered(ordered.get(i));
            Days days = Days.between(
                    day(registration), i + 1 < ordered.size() ? day(registered(ordered.get(i + 1))) : Days.FOREVER);
            for (String area : areas.around(registration.buurt())) {
                book.stock(
                        area, Series.at(Measure.DWELLINGS, registration.tenure().ordinal()), days);
                if (registration.wozValue() != null) {
                    book.stock(area, Measure.DWELLINGS_VALUED, days);
                    book.stock(area, Series.of(Measure.DWELLINGS_WOZ_VALUE), days, registration.wozValue());
                }
            }
        }
    }

    private static DwellingRegistered registered(Event fact) {
        return (DwellingRegistered) fact.data();
    }

    private static int day(DwellingRegistered registration) {
        return Math.toIntExact(registration.effectiveDate().toEpochDay());
    }
}
