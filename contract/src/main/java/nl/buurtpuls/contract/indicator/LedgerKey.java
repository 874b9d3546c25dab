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
            return new LedgerKey(parts[0], measure, parts[2], day(parts[3]));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no day in ledger key " + text, e);
        }
    }

    /**
     * A day as keys have it, as {@link LocalDate#parse(CharSequence)} does but, for a year of four digits, many times faster:
     * the ledger of a country has a thousand million keys.
     *
     * @throws DateTimeException if the text is none
     */
    public static LocalDate day(String text) {
        if (text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-') {
            int year = digits(text, 0, 4);
            int month = digits(text, 5, 7);
            int day = digits(text, 8, 10);
            if (year >= 0 && month >= 0 && day >= 0) {
                return LocalDate.of(year, month, day);
            }
        }
        return LocalDate.parse(text);
    }

    /** The number that some digits are, or -1 if they are none. */
    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int place = from; place < to; place++) {
            int digit = text.charAt(place) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
