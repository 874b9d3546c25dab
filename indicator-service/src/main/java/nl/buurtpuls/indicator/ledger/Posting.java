package nl.buurtpuls.indicator.ledger;

import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;

/**
 * What one event changes: the entries after it less those before it. What did not change cancels out, so the posting
 * holds the difference alone.
 */
public final class Posting {

    private final Map<PageKey, Page> pages = new HashMap<>();
    private final Map<OpenCell, Long> openCells = new HashMap<>();

    /** Where to book what is no longer so. */
    public Book before() {
        return new Side(-1);
    }

    /** Where to book what is so now. */
    public Book after() {
        return new Side(1);
    }

    private final class Side implements Book {
        private final int sign;

        Side(int sign) {
            this.sign = sign;
        }

        @Override
        public void enter(String area, Series series, int day, long n) {
            pages.computeIfAbsent(new PageKey(area, day), any -> new Page()).add(series, sign * n);
        }

        @Override
        public void enter(String area, Measure measure, String dimension, int day, long n) {
            openCells.merge(new OpenCell(area, measure, dimension, day), sign * n, (a, b) -> a + b == 0 ? null : a + b);
        }
    }

    /** By how much the cells of each page change; a page may hold no change. */
    public Map<PageKey, Page> pages() {
        return pages;
    }

    /** By how much each cell of an open dimension changes; never by 0. */
    public Map<OpenCell, Long> openCells() {
        return openCells;
    }
}
