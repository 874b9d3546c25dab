package nl.buurtpuls.report.ledger;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import org.jspecify.annotations.Nullable;

/**
 * A cell's value. What is no cell is refused here and not by the database: a batch is tried until the database takes it,
 * so one record that it never takes would hold up all that follow.
 *
 * @param area code
 * @param series {@link Series#name}; the measure alone if it is two-dimensional
 * @param day days since 1970-01-01
 * @param otherDay the second day of a two-dimensional measure; {@code null} for a stock or flow
 * @param n the absolute value
 * @param version offset in the ledger topic: of two values the one of the higher version holds
 */
record Cell(String area, String series, int day, @Nullable Integer otherDay, long n, long version) {

    private static final Pattern DIMENSION = Pattern.compile("[A-Za-z0-9-]{1,32}");

    /** Of a value times its day: so that a whole month of them fits a number of the database. */
    private static final double MOST_MOMENT = Long.MAX_VALUE / 31.0;

    /**
     * Reads a record of the ledger topic.
     *
     * @param value decimal text; {@code null}, the record of a cell that is no more, is 0
     * @return {@code null} for a measure or dimension that this version does not know
     * @throws IllegalArgumentException naming what is wrong, if this is no record of a ledger
     */
    static @Nullable Cell read(@Nullable String key, @Nullable String value, long version) {
        if (key == null) {
            throw new IllegalArgumentException("a ledger record has a key");
        }
        LedgerKey read = LedgerKey.parse(key);
        if (read == null) {
            return null;
        }
        String area = read.area();
        if (area.isBlank() || area.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("no area code in ledger key " + key);
        }
        int day = epochDay(read.day(), key);
        long n = number(value, day);
        if (read.measure().kind() == Measure.Kind.PLANE) {
            int otherDay = epochDay(otherDay(read), key);
            return new Cell(area, read.measure().id(), day, otherDay, n, version);
        }
        if (read.measure().kind() == Measure.Kind.OPEN_FLOW) {
            return new Cell(area, read.measure().id() + "|" + dimension(read), day, null, n, version);
        }
        Series series = Series.find(read.measure(), read.dimension());
        return series == null ? null : new Cell(area, series.name(), day, null, n, version);
    }

    private static String dimension(LedgerKey key) {
        if (!DIMENSION.matcher(key.dimension()).matches()) {
            throw new IllegalArgumentException("no dimension in ledger key " + key.text());
        }
        return key.dimension();
    }

    private static LocalDate otherDay(LedgerKey key) {
        try {
            return LedgerKey.day(key.dimension());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no other day in ledger key " + key.text(), e);
        }
    }

    /** The database has no months of other years, and events none either. */
    private static int epochDay(LocalDate day, String key) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException("a day out of range in ledger key " + key);
        }
        return (int) day.toEpochDay();
    }

    private static long number(@Nullable String value, int day) {
        long n = value == null ? 0 : Long.parseLong(value);
        if (Math.abs((double) n) * Math.max(1, Math.abs(day)) > MOST_MOMENT) {
            throw new IllegalArgumentException("a value out of range in the ledger: " + n);
        }
        return n;
    }
}
