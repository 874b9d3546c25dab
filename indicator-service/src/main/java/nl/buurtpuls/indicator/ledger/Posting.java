package nl.buurtpuls.indicator.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.LedgerKey;
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
            add(new OpenCell(area, measure, dimension, day), sign * n);
        }
    }

    /** Everything that another posting holds, on top. */
    public void add(Posting more) {
        more.pages.forEach(
                (key, page) -> pages.computeIfAbsent(key, any -> new Page()).add(page));
        more.openCells.forEach(this::add);
    }

    private void add(OpenCell cell, long n) {
        openCells.merge(cell, n, (a, b) -> a + b == 0 ? null : a + b);
    }

    /** By how much the cells of each page change, of those that do; where all cancels out there is no page. */
    public Map<PageKey, Page> pages() {
        pages.values().removeIf(Page::isBlank);
        return pages;
    }

    /** Gives each cell that changes, of an open dimension or not, and by how much; never by 0. */
    public void cells(Cells reader) {
        pages.forEach((key, page) -> page.values((series, n) -> reader.cell(
                new LedgerKey(key.area(), series.measure(), series.dimension(), LocalDate.ofEpochDay(key.day())), n)));
        openCells.forEach((cell, n) -> reader.cell(
                new LedgerKey(cell.area(), cell.measure(), cell.dimension(), LocalDate.ofEpochDay(cell.day())), n));
    }

    /** Takes a cell and a number of it. */
    @FunctionalInterface
    public interface Cells {
        void cell(LedgerKey cell, long n);
    }

    /** n more of a cell. */
    public void add(LedgerKey cell, long n) {
        int day = Math.toIntExact(cell.day().toEpochDay());
        if (cell.measure().kind().isOpen()) {
            add(new OpenCell(cell.area(), cell.measure(), cell.dimension(), day), n);
        } else {
            pages.computeIfAbsent(new PageKey(cell.area(), day), any -> new Page())
                    .add(Series.of(cell.measure(), cell.dimension()), n);
        }
    }

    /** By how much each cell of an open dimension changes; never by 0. */
    public Map<OpenCell, Long> openCells() {
        return openCells;
    }
}
