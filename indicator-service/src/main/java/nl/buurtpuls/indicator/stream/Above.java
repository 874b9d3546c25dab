package nl.buurtpuls.indicator.stream;

import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.above.CellChanges;
import nl.buurtpuls.indicator.above.Message;
import nl.buurtpuls.indicator.ledger.PageKey;

/** Passes on, to the areas above it, what changed in one municipality. */
final class Above {

    /** More would make a record too large for a broker. */
    private static final int MOST_DAYS = 2000;

    private final String municipality;
    private final List<String> areas;
    private final Output output;
    private CellChanges changes = new CellChanges();

    Above(AreaTable table, String municipality, Output output) {
        this.municipality = municipality;
        this.areas = table.above(municipality);
        this.output = output;
    }

    /** A cell changed: if it counts above the municipality, it goes out with the next {@link #flush}. */
    void changed(PageKey page, Series series, long change, long now) {
        if (page.area().equals(municipality) && series.measure().addsUp() && !areas.isEmpty()) {
            changes.add(page.day(), series, change);
            if (changes.days() == MOST_DAYS) {
                flush(now);
            }
        }
    }

    void flush(long now) {
        if (changes.days() > 0) {
            send(changes, Cause.NONE, now);
            changes = new CellChanges();
        }
    }

    /** Passes on at once. */
    void send(Message message, Cause cause, long now) {
        if (!areas.isEmpty()) {
            byte[] encoded = message.encode();
            areas.forEach(area -> output.above(area, encoded, cause, now));
        }
    }
}
