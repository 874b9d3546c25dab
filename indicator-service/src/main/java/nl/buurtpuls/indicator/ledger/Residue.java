package nl.buurtpuls.indicator.ledger;

import java.time.LocalDate;
import nl.buurtpuls.contract.indicator.Measure.Kind;
import nl.buurtpuls.contract.indicator.Series;

/**
 * What is left in a ledger of that which a change takes out: the days before a day stay as they were, and from it on
 * nothing is left. Added to the change, it makes one that begins on the day.
 */
public final class Residue {

    private final Posting change;
    private final int day;
    private final Posting residue = new Posting();
    private final Book book = residue.after();

    private Residue(Posting change, int day) {
        this.change = change;
        this.day = day;
    }

    /** The residue of a change on the days before an epoch day. */
    public static Posting of(Posting change, int day) {
        Residue residue = new Residue(change, day);
        residue.pages();
        residue.openCells();
        return residue.residue;
    }

    /** A flow stays on its day. What a stock has gathered goes out on the day, in one entry. */
    private void pages() {
        change.pages().forEach((key, page) -> {
            if (key.day() < day) {
                page.values((series, n) -> {
                    book.enter(key.area(), series, key.day(), -n);
                    if (isStock(series)) {
                        book.enter(key.area(), series, day, n);
                    }
                });
            }
        });
    }

    private static boolean isStock(Series series) {
        return series.measure().kind() == Kind.STOCK;
    }

    /** In a plane both days lie before the day, or nothing is left: so each cell has four corners. */
    private void openCells() {
        change.openCells().forEach((cell, n) -> {
            if (cell.day() >= day) {
                return;
            }
            if (cell.measure().kind() != Kind.PLANE) {
                enter(cell, cell.dimension(), cell.day(), -n);
                return;
            }
            String otherDay = LocalDate.ofEpochDay(day).toString();
            if (LocalDate.parse(cell.dimension()).toEpochDay() < day) {
                enter(cell, cell.dimension(), cell.day(), -n);
                enter(cell, otherDay, cell.day(), n);
                enter(cell, cell.dimension(), day, n);
                enter(cell, otherDay, day, -n);
            }
        });
    }

    private void enter(OpenCell cell, String dimension, int on, long n) {
        book.enter(cell.area(), cell.measure(), dimension, on, n);
    }
}
