package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.retention.Retention;
import org.jspecify.annotations.Nullable;

/** Figures that have been read, as the gate let them through. */
final class Readings {

    private final Map<Key, PublishedPoint> points = new HashMap<>();
    private final Map<Asked.Span, Retention> retentions = new HashMap<>();

    private record Key(String area, String indicator, LocalDate date) {}

    void put(String area, Indicator indicator, LocalDate date, PublishedPoint point) {
        points.put(new Key(area, indicator.id(), date), point);
    }

    void put(Retention retention) {
        retentions.put(new Asked.Span(retention.area(), retention.from(), retention.to()), retention);
    }

    /** A figure; {@code null} if areas of that level have none. */
    @Nullable
    PublishedPoint point(String area, Indicator indicator, LocalDate date) {
        return points.get(new Key(area, indicator.id(), date));
    }

    /** What became of the residents; {@code null} if it was not asked for. */
    @Nullable
    Retention retention(String area, LocalDate from, LocalDate to) {
        return retentions.get(new Asked.Span(area, from, to));
    }
}
