package nl.buurtpuls.indicator.contribution;

import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Book;

/** What a dwelling adds to the ledger. */
public final class DwellingContributions {

    private final AreaTable areas;

    public DwellingContributions(AreaTable areas) {
        this.areas = areas;
    }

    public void enter(DwellingHistory history, Book book) {
        for (DwellingHistory.Spell spell : history.spells()) {
            DwellingRegistered registration = spell.registration();
            for (String area : areas.around(registration.buurt())) {
                book.stock(
                        area, Series.at(Measure.DWELLINGS, registration.tenure().ordinal()), spell.days());
                if (registration.wozValue() != null) {
                    book.stock(area, Measure.DWELLINGS_VALUED, spell.days());
                    book.stock(area, Series.of(Measure.DWELLINGS_WOZ_VALUE), spell.days(), registration.wozValue());
                }
            }
        }
    }
}
