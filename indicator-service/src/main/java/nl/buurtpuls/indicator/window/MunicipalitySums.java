package nl.buurtpuls.indicator.window;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;

/**
 * The rolling sums of all areas in one municipality, for one date. They are a function of the ledger and the date
 * alone, and are kept in step with both: a posted cell adds to each anchor that does not lie before it, a turn of the
 * day adds, at each anchor, the cells of the days that the anchor moves over.
 */
public final class MunicipalitySums {

    /** Reads the pages of a municipality on the days after {@code after}, up to and with {@code to}. */
    public interface Pages {
        void between(int after, int to, BiConsumer<PageKey, Page> reader);
    }

    private final AreaTable table;
    private final String municipality;
    private final Map<String, AreaSums> areas = new TreeMap<>();
    private LocalDate date;

    private MunicipalitySums(AreaTable table, String municipality, LocalDate date) {
        this.table = table;
        this.municipality = municipality;
        this.date = date;
    }

    /** The sums of a ledger without cells. */
    public static MunicipalitySums empty(AreaTable table, String municipality, LocalDate date) {
        return new MunicipalitySums(table, municipality, date);
    }

    public LocalDate date() {
        return date;
    }

    /** A page has more by these cells. */
    public void post(PageKey key, Page more) {
        AreaSums area = area(key.area());
        for (Anchor anchor : Anchor.ALL) {
            if (key.day() <= day(anchor, date)) {
                more.values((series, n) -> area.add(series, anchor, key.day(), n));
            }
        }
    }

    /**
     * Goes on to a date.
     *
     * @throws IllegalArgumentException if it lies before the date of these sums
     */
    public void turnTo(LocalDate next, Pages pages) {
        if (next.isBefore(date)) {
            throw new IllegalArgumentException("sums of " + date + " cannot turn back to " + next);
        }
        for (Anchor anchor : Anchor.ALL) {
            pages.between(day(anchor, date), day(anchor, next), (key, page) -> {
                AreaSums area = area(key.area());
                page.values((series, value) -> area.add(series, anchor, key.day(), value));
            });
        }
        date = next;
    }

    private AreaSums area(String code) {
        AreaSums known = areas.get(code);
        if (known != null) {
            return known;
        }
        AreaSums sums = new AreaSums(this);
        areas.put(code, sums);
        if (AreaTable.isBuurtCode(code)) {
            for (String around : table.around(code)) {
                if (!around.equals(code)) {
                    area(around).add(code, sums);
                }
            }
        }
        return sums;
    }

    /** The figures of each area that has any, by code. */
    public Map<String, Figures> areas() {
        return Collections.unmodifiableMap(areas);
    }

    Figures ofMunicipality() {
        return area(municipality);
    }

    private static int day(Anchor anchor, LocalDate date) {
        return Math.toIntExact(anchor.day(date).toEpochDay());
    }
}
