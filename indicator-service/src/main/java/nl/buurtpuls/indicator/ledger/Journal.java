package nl.buurtpuls.indicator.ledger;

import java.util.Map;
import java.util.function.BiConsumer;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;

/**
 * Changes of a ledger that are not in its pages yet. To write a page is dear, and many changes may meet on it; to note a
 * change is cheap. So a page is written once for all changes of a moment, and none is lost if a task ends before.
 *
 * <p>The changes stand in numbered parts. Only the last part grows, and it is written anew with each change, so parts are
 * small.
 */
final class Journal {

    private static final int FULL_BYTES = 4096;

    private final Ledger.Parts parts;
    private int part;
    private Encoder entries = new Encoder(FULL_BYTES);
    /** Whether anything stands in the last part. */
    private boolean begun;

    Journal(Ledger.Parts parts) {
        this.parts = parts;
    }

    /** Notes by how much pages change. */
    void add(Map<PageKey, Page> changes) {
        changes.forEach((key, change) -> {
            byte[] encoded = change.encode();
            if (encoded != null) {
                entries.text(key.area()).number(key.day()).bytes(encoded);
                begun = true;
            }
        });
        if (begun) {
            parts.put(part, entries.toBytes());
        }
        if (entries.length() >= FULL_BYTES) {
            begin(part + 1);
        }
    }

    /** Goes on after a part that was stored, and gives the changes in it. */
    void resume(int stored, byte[] noted, BiConsumer<PageKey, Page> reader) {
        Decoder in = new Decoder(noted);
        while (in.hasMore()) {
            PageKey key = new PageKey(in.text(), in.integer());
            reader.accept(key, Page.decode(in.bytes()));
        }
        begin(Math.max(part, stored + 1));
    }

    /** Forgets all changes: they are in the pages now. */
    void clear() {
        for (int stored = begun ? part : part - 1; stored >= 0; stored--) {
            parts.put(stored, null);
        }
        begin(0);
    }

    private void begin(int next) {
        part = next;
        entries = new Encoder(FULL_BYTES);
        begun = false;
    }
}
