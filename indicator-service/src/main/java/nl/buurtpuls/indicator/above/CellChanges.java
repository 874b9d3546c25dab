package nl.buurtpuls.indicator.above;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.binary.Decoder;
import nl.buurtpuls.indicator.binary.Encoder;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;

/**
 * By how much cells of a municipality's ledger changed: the same change is due in the ledger of each area above it. To
 * add it there twice would be wrong, so it must be sent, and applied, in one transaction with what it follows from.
 */
public final class CellChanges implements Message {

    static final int KIND = 1;

    private final TreeMap<Integer, Page> pages = new TreeMap<>();

    /** n more of a series on a day. Only what adds up over municipalities may be passed on. */
    public void add(int day, Series series, long n) {
        if (!series.measure().addsUp()) {
            throw new IllegalArgumentException(series + " of municipalities does not add up");
        }
        pages.computeIfAbsent(day, any -> new Page()).add(series, n);
    }

    /** On how many days something changed. */
    public int days() {
        return pages.size();
    }

    /** The changes as pages of an area. */
    public Map<PageKey, Page> pagesOf(String area) {
        Map<PageKey, Page> changes = new HashMap<>();
        pages.forEach((day, page) -> changes.put(new PageKey(area, day), page));
        return changes;
    }

    @Override
    public byte[] encode() {
        Encoder out = new Encoder(32 * pages.size() + 1).byteValue(KIND);
        int before = 0;
        for (var entry : pages.entrySet()) {
            byte[] page = entry.getValue().encode();
            if (page != null) {
                out.number(entry.getKey() - before).bytes(page);
                before = entry.getKey();
            }
        }
        return out.toBytes();
    }

    static CellChanges decode(Decoder in) {
        CellChanges changes = new CellChanges();
        int day = 0;
        while (in.hasMore()) {
            day += in.integer();
            changes.pages.put(day, Page.decode(in.bytes()));
        }
        return changes;
    }
}
