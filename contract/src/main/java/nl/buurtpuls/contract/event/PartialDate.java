package nl.buurtpuls.contract.event;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A birth date as the register knows it: {@code 1987-05-12}, {@code 1987-05} or {@code 1987}.
 *
 * @param text as given
 * @param day the day that counts: for a partial date the middle of the period, the 15th of the month or 1 July
 */
public record PartialDate(String text, LocalDate day) {

    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * @throws DateTimeException if the text is no such date
     */
    public static PartialDate parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new DateTimeException("expected yyyy, yyyy-MM or yyyy-MM-dd, got " + text);
        }
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) == null) {
            return new PartialDate(text, LocalDate.of(year, 7, 1));
        }
        int month = Integer.parseInt(form.group(2));
        int day = form.group(3) == null ? 15 : Integer.parseInt(form.group(3));
        return new PartialDate(text, LocalDate.of(year, month, day));
    }

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString(), day);
    }
}
