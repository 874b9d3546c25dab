package nl.buurtpuls.indicator.ledger;

import java.util.Map;
import java.util.function.BiConsumer;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;

/**
 * Changes of a ledger that are not in its pages yet. To write a page is dear, and many changes may meet on it; to note a
 * change is cheap. So a page is written once for all changes of a moment, and none is lost if a task ends before.
 *
 * <p>The changes stand in numbered rows, and each bears the number of its moment. To empty the journal is to begin with the
 * next moment: rows of those before count no longer, and are written over.
 */
final class Journal {

    /** The row with the number of the moment that it is. */
    private static final int MOMENT = 0;
    /** More would make a record too large for a broker. */
    private static final int FULL_BYTES = 16_384;

    private final Ledger.Journaled rows;
    private long moment;
    private int last = MOMENT;

    Journal(Ledger.Journaled rows) {
        this.rows = rows;
    }

    /** Notes by how much pages change. */
    void add(Map<PageKey, Page> changes) {
        Encoder row = null;
        for (Map.Entry<PageKey, Page> change : changes.entrySet()) {
            byte[] page = change.getValue().encode();
            if (page != null) {
                row = row == null ? new Encoder(512).number(moment) : row;
                row.text(change.getKey().area()).number(change.getKey().day()).bytes(page);
                if (row.length() >= FULL_BYTES) {
                    rows.put(++last, row.toBytes());
                    row = null;
                }
            }
        }
        if (row != null) {
            rows.put(++last, row.toBytes());
        }
    }

    /** Goes on after a row that was stored, and gives the changes in it that count. Rows come in order of number. */
    void resume(int number, byte[] stored, BiConsumer<PageKey, Page> reader) {
        Decoder row = new Decoder(stored);
        long itsMoment = row.number();
        if (number == MOMENT) {
            moment = itsMoment;
        } else if (itsMoment == moment) {
            while (row.hasMore()) {
                PageKey key = new PageKey(row.text(), row.integer());
                reader.accept(key, Page.decode(row.bytes()));
            }
            last = number;
        }
    }

    /** All changes are in the pages now. */
    void clear() {
        if (last != MOMENT) {
            moment++;
            last = MOMENT;
            rows.put(MOMENT, new Encoder(10).number(moment).toBytes());
        }
    }
}
