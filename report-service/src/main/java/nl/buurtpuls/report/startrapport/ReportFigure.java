package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure as the report shows it.
 *
 * @param id indicator, or the report's own name of a figure that is made of others
 * @param area code of the area it is about
 * @param label short name, in the reader's language
 * @param value {@code null} if undefined or suppressed
 * @param unit of the value: {@code persons}, {@code share}, …
 * @param numerator what is counted; {@code null} if suppressed, or where nothing is
 * @param denominator what it is a part of; {@code null} for a plain count
 * @param suppressed whether it is withheld to protect persons
 * @param text the value as it is read: {@code 1.251}, {@code 31%}; {@code onderdrukt} or {@code geen} if there is none
 * @param reason why there is no value; {@code null} if there is one
 * @param date the day it is of; for a flow the last day of its window
 * @param from the day before the window; {@code null} for a stock
 * @param definition one sentence
 * @param source registers it comes from
 * @param href the call that gives it
 * @param printed what the printed report said, where it did
 */
public record ReportFigure(
        String id,
        String area,
        String label,
        @Nullable Number value,
        String unit,
        @Nullable Number numerator,
        @Nullable Number denominator,
        boolean suppressed,
        String text,
        @Nullable String reason,
        LocalDate date,
        @Nullable LocalDate from,
        String definition,
        String source,
        String href,
        List<Comparison> printed) {

    /** Whether there is a value to speak of. */
    public boolean hasValue() {
        return value != null;
    }

    ReportFigure beside(List<Comparison> printed) {
        return new ReportFigure(
                id,
                area,
                label,
                value,
                unit,
                numerator,
                denominator,
                suppressed,
                text,
                reason,
                date,
                from,
                definition,
                source,
                href,
                List.copyOf(printed));
    }
}
