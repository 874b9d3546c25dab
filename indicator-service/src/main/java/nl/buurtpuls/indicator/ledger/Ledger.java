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

    /** Where the parts of the journal are stored. */
    @FunctionalInterface
    public interface Parts {
        /** Puts a part, in place of what it was, or takes it away if it is {@code null}. */
        void put(int part, byte @Nullable [] changes);
    }

    /** Is told the value of a cell, and by how much it differs from what was told before. */
    @FunctionalInterface
    public interface Listener {
        void cell(PageKey page, Series series, long value, long change);
    }

    private final Rows rows;
    private final Journal journal;
    private final Map<PageKey, Page> untold = new HashMap<>();

    public Ledger(Rows rows, Parts journal) {
        this.rows = rows;
        this.journal = new Journal(journal);
    }

    /** Everything that these pages hold, on top of what stands there. */
    public void add(Map<PageKey, Page> changes) {
        changes.forEach(this::wait);
        journal.add(changes);
    }

    /**
     * Takes up a part of the journal that was stored.
     *
     * @param reader is given the changes in it, which are in no row
     */
    public void resume(int part, byte[] changes, BiConsumer<PageKey, Page> reader) {
        journal.resume(part, changes, reader.andThen(this::wait));
    }

    private void wait(PageKey key, Page change) {
        untold.computeIfAbsent(key, any -> new Page()).add(change);
    }

    /** Writes what has changed, and tells the values that are news. */
    public void tell(Listener listener) {
        untold.forEach((key, change) -> {
            Page page = Page.decode(rows.get(key));
            page.add(change);
            rows.put(key, page.encode());
            change.values((series, n) -> listener.cell(key, series, page.value(series), n));
        });
        untold.clear();
        journal.clear();
    }
}
