package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/** The pages of a ledger, in rows. Those with values that the outside has not been told stay in memory until it is. */
public final class Ledger {

    /** Where pages are stored, in the form of {@link Page#encode}. */
    public interface Rows {
        byte @Nullable [] get(PageKey key);

        void put(PageKey key, byte @Nullable [] page);
    }

    /** Is told the value of a cell, and by how much it differs from what was told before. */
    @FunctionalInterface
    public interface Listener {
        void cell(PageKey page, Series series, long value, long change);
    }

    private final Rows rows;
    private final Map<PageKey, Page> untold = new HashMap<>();

    public Ledger(Rows rows) {
        this.rows = rows;
    }

    /** Everything that a page holds, on top of what stands there. */
    public void add(PageKey key, Page more) {
        Page page = untold.computeIfAbsent(key, any -> Page.decode(rows.get(key)));
        page.add(more);
        rows.put(key, page.encode());
    }

    /** Takes note of a page that was stored, maybe with values that were not told. */
    public void resume(PageKey key, Page page) {
        if (!page.isTold()) {
            untold.put(key, page);
        }
    }

    /** Tells the values that are news, which they then no longer are. */
    public void tell(Listener listener) {
        untold.forEach((key, page) -> {
            if (!page.isTold()) {
                page.tell((series, value, change) -> listener.cell(key, series, value, change));
                rows.put(key, page.encode());
            }
        });
        untold.clear();
    }
}
