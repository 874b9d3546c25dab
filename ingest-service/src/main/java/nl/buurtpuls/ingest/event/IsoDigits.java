package nl.buurtpuls.ingest.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Dates and moments in the form that nearly all have, digit by digit: every event has two of them, and a formatter takes a
 * tenth of the time that the whole event does.
 */
final class IsoDigits {

    private static final String DATE = "0000-00-00";
    private static final String SECOND = "0000-00-00T00:00:00Z";
    private static final int SECONDS_OF_A_DAY = 86_400;

    private IsoDigits() {}

    /**
     * A date as 2024-02-29; {@code null} for a text of another form.
     *
     * @throws DateTimeException if no calendar has that day
     */
    static @Nullable LocalDate date(String text) {
        return hasForm(text, DATE) ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)) : null;
    }

    /** A moment as 2021-03-02T09:14:05Z that exists; {@code null} for any other text, which may be one all the same. */
    static @Nullable Instant secondInUtc(String text) {
        if (!hasForm(text, SECOND)) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(day * SECONDS_OF_A_DAY + hour * 3600L + minute * 60L + second);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether there is a digit wherever the form has a zero, and else what the form has. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.charAt(i) - '0';
        }
        return number;
    }
}
