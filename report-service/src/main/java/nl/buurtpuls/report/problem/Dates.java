package nl.buurtpuls.report.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads the dates that callers ask for. */
@ApplicationScoped
public class Dates {

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** Today in the Netherlands. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The date of a parameter, today if it is not given. */
    public LocalDate orToday(String parameter, @Nullable String text) {
        return text == null ? today() : required(parameter, text);
    }

    /** The date of a parameter that must be given. */
    public LocalDate required(String parameter, @Nullable String text) {
        if (text == null) {
            throw ProblemException.required(parameter);
        }
        try {
            if (text.length() == "2024-02-29".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Falls to the error below: no calendar has this day.
        }
        throw ProblemException.invalid(
                parameter, "not-a-date", "Expected a date that exists, as 2024-02-29, got '" + text + "'.");
    }

    /** Checks that a span does not end before it begins. */
    public void inOrder(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            throw ProblemException.invalid("from", "from-after-to", "from (" + from + ") lies after to (" + to + ").");
        }
    }
}
