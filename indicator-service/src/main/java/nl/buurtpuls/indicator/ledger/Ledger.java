package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a ledger, in rows. What changes waits in memory until the outside is told of it; only then are the pages
 * written. Until then a journal has it.
 */
public final class Ledger {

    /** Where pages are stored, in the form of {@link Page#encode}. */
    public interface Rows {
        byte @Nullable [] get(PageKey key);

        void put(PageKey key, byte @Nullable [] page);
    }

    /** Where the rows of the journal are stored. */
    @FunctionalInterface
    public interface Journaled {
        void put(int number, byte[] row);
    }

    /** Is told the value of a cell, and by how much it differs from what was told before. */
    @FunctionalInterface
    public interface Listener {
        void cell(PageKey page, Series series, long value, long change);
    }

    private final Rows rows;
    private final Journal journal;
    private final Map<PageKey, Page> untold = new HashMap<>();

    public Ledger(Rows rows, Journaled journal) {
        this.rows = rows;
        this.journal = new Journal(journal);
    }

    /** Everything that these pages hold, on top of what stands there. */
    public void add(Map<PageKey, Page> changes) {
        changes.forEach(this::gather);
        journal.add(changes);
    }

    /**
     * Takes up a row of the journal that was stored; of all rows, in order of number.
     *
     * @param reader is given the changes in it that are in no page
     */
    public void resume(int number, byte[] row, BiConsumer<PageKey, Page> reader) {
        journal.resume(number, row, reader.andThen(this::gather));
    }

    private void gather(PageKey key, Page change) {
        untold.computeIfAbsent(key, any -> new Page()).add(change);
    }

    /** Writes what has changed, and tells the values that are news. */
    public void tell(Listener listener) {
        untold.forEach((key, change) -> {
            // A moment's changes may have undone each other.
            if (!change.isBlank()) {
                Page page = Page.decode(rows.get(key));
                page.add(change);
                rows.put(key, page.encode());
                change.values((series, n) -> listener.cell(key, series, page.value(series), n));
            }
        });
        untold.clear();
        journal.clear();
    }
}
