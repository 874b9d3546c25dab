package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.indicator.Language;
import org.jspecify.annotations.Nullable;

/** Writes figures in a reader's language. */
final class FigureWriter {

    private final Wording wording;
    private final Language language;
    private final ReportTexts texts;

    FigureWriter(Wording wording, ReportTexts texts) {
        this.wording = wording;
        this.language = wording.language();
        this.texts = texts;
    }

    ReportFigure figure(Reading reading, Reading.Place place, LocalDate date, PublishedPoint point) {
        return new ReportFigure(
                reading.id(),
                place.area(),
                wording.capital(language.of(reading.label())),
                point.value(),
                reading.unit().code(),
                point.numerator(),
                point.denominator(),
                point.isSuppressed(),
                text(point, reading.unit()),
                reason(point, reading.unit()),
                date,
                reading.from(date),
                language.of(reading.definition()),
                language.of(reading.source()),
                reading.href(place.area(), date),
                List.of());
    }

    /** The value as it is read, or that there is none. */
    String text(PublishedPoint point, Unit unit) {
        Number value = point.value();
        return value == null ? missing(point) : wording.value(value, unit);
    }

    /** The same, precise enough to be set against another. */
    String precise(PublishedPoint point, Unit unit) {
        Number value = point.value();
        return value == null ? missing(point) : wording.precise(value, unit);
    }

    private String missing(PublishedPoint point) {
        return point.isSuppressed() ? texts.suppressed() : texts.undefined();
    }

    /** Why there is no value. */
    @Nullable
    String reason(PublishedPoint point, Unit unit) {
        if (point.value() != null) {
            return null;
        }
        if (point.isSuppressed()) {
            return texts.suppressedWhy();
        }
        return unit == Unit.NUMBER ? texts.undefinedIndex() : texts.undefinedShare();
    }

    Chart.Cell cell(@Nullable PublishedPoint point, Unit unit, @Nullable String href) {
        return point == null
                ? new Chart.Cell(null, null, null, false, texts.noFigure(), href)
                : new Chart.Cell(
                        point.value(),
                        point.numerator(),
                        point.denominator(),
                        point.isSuppressed(),
                        text(point, unit),
                        href);
    }
}
