package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is stored of a ledger, in memory. */
public final class StoredLedger {

    private final Map<PageKey, byte[]> pages = new HashMap<>();
    private final Map<Integer, byte[]> journal = new TreeMap<>();

    /** The ledger as a task finds it that begins now. */
    public Ledger open() {
        Ledger ledger = new Ledger(
                new Ledger.Rows() {
                    @Override
                    public byte @Nullable [] get(PageKey key) {
                        return pages.get(key);
                    }

                    @Override
                    public void put(PageKey key, byte @Nullable [] page) {
                        StoredLedger.put(pages, key, page);
                    }
                },
                (part, noted) -> put(journal, part, noted));
        Map.copyOf(journal).forEach((part, noted) -> ledger.resume(part, noted, (key, change) -> {}));
        return ledger;
    }

    private static <K> void put(Map<K, byte[]> rows, K key, byte @Nullable [] row) {
        if (row == null) {
            rows.remove(key);
        } else {
            rows.put(key, row);
        }
    }

    /** How many pages there are. */
    int pages() {
        return pages.size();
    }

    /** The parts of the journal, by number. */
    Map<Integer, byte[]> journal() {
        return journal;
    }

    public void clear() {
        pages.clear();
        journal.clear();
    }
}
