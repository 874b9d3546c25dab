package nl.buurtpuls.report.alert;

import java.time.Duration;
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
    private final Map<String, Span> areas = new LinkedHashMap<>();

    /** In nanoseconds of a clock that only goes on. */
    private record Span(long first, long last) {}

    Touched(Duration settle, Duration patience) {
        this.settle = settle.toNanos();
        this.patience = patience.toNanos();
    }

    /** Something has changed in an area. */
    void touch(String area, long now) {
        areas.merge(area, new Span(now, now), (before, again) -> new Span(before.first(), now));
    }

    /** An area is to be looked at, though nothing has changed in it now; if something has, it is waited for. */
    void visit(String area, long now) {
        areas.putIfAbsent(area, new Span(now - patience, now - settle));
    }

    /** Takes areas whose time has come, at most so many; those come first that were touched first. */
    List<String> due(long now, int most) {
        List<String> due = new ArrayList<>();
        for (Map.Entry<String, Span> entry : areas.entrySet()) {
            Span span = entry.getValue();
            if (due.size() < most && (now - span.last() >= settle || now - span.first() >= patience)) {
                due.add(entry.getKey());
            }
        }
        due.forEach(areas::remove);
        return due;
    }
}
