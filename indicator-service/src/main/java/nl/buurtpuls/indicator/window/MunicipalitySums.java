package nl.buurtpuls.indicator.window;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.indicator.ledger.Cell;

/**
 * The rolling sums of all areas in one municipality, for one date. They are a function of the ledger and the date
 * alone, and are kept in step with both: a posted cell adds to each anchor that does not lie before it, a turn of the
 * day adds, at each anchor, the cells of the days that the anchor moves over.
 */
public final class MunicipalitySums {

    /** Reads the cells of a municipality on the days after {@code after}, up to and with {@code to}. */
    public interface Cells {
        void between(int after, int to, Reader reader);
    }

    /** Takes a cell and its value. */
    public interface Reader {
        void read(Cell cell, long value);
    }

    private final String municipality;
    private final Map<String, AreaSums> areas = new TreeMap<>();
    private LocalDate date;

    private MunicipalitySums(String municipality, LocalDate date) {
        this.municipality = municipality;
        this.date = date;
    }

    /** The sums of a ledger without cells. */
    public static MunicipalitySums empty(String municipality, LocalDate date) {
        return new MunicipalitySums(municipality, date);
    }

    public LocalDate date() {
        return date;
    }

    /** A cell has changed by {@code n}. */
    public void post(Cell cell, long n) {
        Series series = Series.find(cell.measure(), cell.dimension());
        if (series == null) {
            return;
        }
        AreaSums area = areas.computeIfAbsent(cell.area(), any -> new AreaSums(this));
        for (Anchor anchor : Anchor.ALL) {
            if (cell.day() <= day(anchor, date)) {
                area.add(series, anchor, cell.day(), n);
            }
        }
    }

    /**
     * Goes on to a date.
     *
     * @throws IllegalArgumentException if it lies before the date of these sums
     */
    public void turnTo(LocalDate next, Cells cells) {
        if (next.isBefore(date)) {
            throw new IllegalArgumentException("sums of " + date + " cannot turn back to " + next);
        }
        for (Anchor anchor : Anchor.ALL) {
            cells.between(day(anchor, date), day(anchor, next), (cell, value) -> {
                Series series = Series.find(cell.measure(), cell.dimension());
                if (series != null) {
                    areas.computeIfAbsent(cell.area(), any -> new AreaSums(this))
                            .add(series, anchor, cell.day(), value);
                }
            });
        }
        date = next;
    }

    /** The figures of each area that has any, by code. */
    public Map<String, Figures> areas() {
        return Collections.unmodifiableMap(areas);
    }

    Figures ofMunicipality() {
        return areas.computeIfAbsent(municipality, any -> new AreaSums(this));
    }

    private static int day(Anchor anchor, LocalDate date) {
        return Math.toIntExact(anchor.day(date).toEpochDay());
    }
}
