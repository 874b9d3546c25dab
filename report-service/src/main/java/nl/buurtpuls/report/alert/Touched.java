package nl.buurtpuls.report.alert;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The areas that something changed in, until they are looked at: once nothing has changed for a while, or once they have
 * gone on changing for too long. Not for more threads than one at a time.
 */
final class Touched {

    private final long settle;
    private final long patience;
    private final Map<String, Waiting> areas = new LinkedHashMap<>();

    /** When something changed first and last, in nanoseconds of a clock that only goes on, and from which date on. */
    private record Waiting(long first, long last, LocalDate from) {

        Waiting and(Waiting later) {
            return new Waiting(first, later.last, from.isBefore(later.from) ? from : later.from);
        }
    }

    /**
     * An area to be looked at.
     *
     * @param from the first date whose figures may be others; {@link LocalDate#MIN} for all
     */
    record Due(String area, LocalDate from) {}

    Touched(Duration settle, Duration patience) {
        this.settle = settle.toNanos();
        this.patience = patience.toNanos();
    }

    /** Something has changed in an area, in its figures from a date on. */
    void touch(String area, LocalDate from, long now) {
        areas.merge(area, new Waiting(now, now, from), Waiting::and);
    }

    /**
     * An area is to be looked at as a whole, though nothing has changed in it now; if something has, it is waited for.
     */
    void visit(String area, long now) {
        areas.merge(
                area,
                new Waiting(now - patience, now - settle, LocalDate.MIN),
                (touched, visit) -> new Waiting(touched.first(), touched.last(), LocalDate.MIN));
    }

    /** Takes areas whose time has come, at most so many; those come first that were touched first. */
    List<Due> due(long now, int most) {
        List<Due> due = new ArrayList<>();
        areas.forEach((area, waiting) -> {
            if (due.size() < most && (now - waiting.last() >= settle || now - waiting.first() >= patience)) {
                due.add(new Due(area, waiting.from()));
            }
        });
        due.forEach(each -> areas.remove(each.area()));
        return due;
    }
}
