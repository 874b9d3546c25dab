package nl.buurtpuls.contract.indicator;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Key of a cell in the ledger topic: {@code area|measure|dimension|day}. The value is the cell's absolute value as a
 * decimal number, so that applying it again changes nothing.
 *
 * @param dimension {@link Measure#TOTAL} for none; for a two-dimensional measure the other day
 */
public record LedgerKey(String area, Measure measure, String dimension, LocalDate day) {

    public String text() {
        return area + "|" + measure.id() + "|" + dimension + "|" + day;
    }

    /** The key, or {@code null} for a measure that this version does not know. */
    public static @Nullable LedgerKey parse(String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("expected area|measure|dimension|day, got " + text);
        }
        Measure measure = Measure.of(parts[1]).orElse(null);
        if (measure == null) {
            return null;
        }
        try {
            return new LedgerKey(parts[0], measure, parts[2], LocalDate.parse(parts[3]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day in ledger key " + text, e);
        }
    }
}
