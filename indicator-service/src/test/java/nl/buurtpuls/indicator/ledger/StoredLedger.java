package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is stored of a ledger, in memory; by transactions, as Kafka Streams does. */
public final class StoredLedger {

    private final Map<PageKey, byte[]> pages = new HashMap<>();
    private final Map<Integer, byte[]> journal = new TreeMap<>();
    private Map<PageKey, byte[]> committedPages = Map.of();
    private Map<Integer, byte[]> committedJournal = Map.of();

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
                        if (page == null) {
                            pages.remove(key);
                        } else {
                            pages.put(key, page);
                        }
                    }
                },
                journal::put);
        new TreeMap<>(journal).forEach((number, row) -> ledger.resume(number, row, (key, change) -> {}));
        return ledger;
    }

    /** What was written stays. */
    void commit() {
        committedPages = new HashMap<>(pages);
        committedJournal = new HashMap<>(journal);
    }

    /** What was written since the last commit never was. */
    void rollBack() {
        clear();
        pages.putAll(committedPages);
        journal.putAll(committedJournal);
    }

    /** How many pages there are. */
    int pages() {
        return pages.size();
    }

    /** The rows of the journal, by number. */
    Map<Integer, byte[]> journal() {
        return journal;
    }

    public void clear() {
        pages.clear();
        journal.clear();
    }
}
