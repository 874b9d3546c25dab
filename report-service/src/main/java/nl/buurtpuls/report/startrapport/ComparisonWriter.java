package nl.buurtpuls.report.startrapport;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.startrapport.StartReport.Printed;
import org.jspecify.annotations.Nullable;

/** Sets what the printed report said beside what was read for the same areas and dates. */
final class ComparisonWriter {

    private final Materials materials;
    private final Areas areas;
    private final Wording wording;
    private final ReportTexts texts;
    private final FigureWriter figures;

    ComparisonWriter(Materials materials, Areas areas, Wording wording, ReportTexts texts, FigureWriter figures) {
        this.materials = materials;
        this.areas = areas;
        this.wording = wording;
        this.texts = texts;
        this.figures = figures;
    }

    Printed printed() {
        List<Comparison> rows =
                PrintedFigures.all().stream().map(this::comparison).toList();
        return new Printed(texts.printedTitle(), texts.printedSource(), rows, Contradictions.in(wording));
    }

    private Comparison comparison(PrintedFigure printed) {
        Reading reading = printed.reading();
        return reading == null
                ? published(printed, Objects.requireNonNull(printed.context()))
                : computed(printed, reading);
    }

    private Comparison computed(PrintedFigure printed, Reading reading) {
        Reading.Place place = materials.subject().place(printed.area());
        // Before the first day of data an area has no figures; nobody would read a 0 as "not delivered".
        boolean known = materials
                .dataFrom()
                .filter(first -> !first.isAfter(printed.date()))
                .isPresent();
        PublishedPoint point = known ? reading.of(materials.readings(), place, printed.date()) : null;
        Unit unit = reading.unit();
        Number difference = point == null ? null : difference(point.value(), printed.value(), unit);
        return new Comparison(
                printed.row(),
                printed.item(),
                printed.area(),
                areas.named(printed.area()).name(),
                reading.id(),
                wording.capital(wording.language().of(reading.label())),
                reading.from(printed.date()),
                printed.date(),
                unit.code(),
                chosen(printed.printedNl(), printed.printedEn()),
                printed.value(),
                point == null ? null : point.value(),
                point == null ? null : point.numerator(),
                point == null ? null : point.denominator(),
                point != null && point.isSuppressed(),
                point == null ? texts.noFigure() : figures.precise(point, unit),
                difference,
                difference == null ? null : wording.difference(difference, unit),
                wording.language().of(printed.part().title()),
                remark(printed),
                reading.href(printed.area(), printed.date()));
    }

    private static @Nullable Number difference(@Nullable Number computed, @Nullable BigDecimal printed, Unit unit) {
        if (computed == null || printed == null) {
            return null;
        }
        double difference = computed.doubleValue() - printed.doubleValue();
        return unit == Unit.SHARE ? difference : (Number) Math.round(difference);
    }

    private Comparison published(PrintedFigure printed, String indicator) {
        Optional<ContextFigure> found = materials.published().stream()
                .filter(figure -> figure.area().equals(printed.area())
                        && figure.indicator().equals(indicator))
                // As it was quoted, rather than of a later year.
                .min(Comparator.comparing(figure -> !figure.source().contains(PrintedFigures.TITLE)));
        BigDecimal value = found.map(ContextFigure::value).orElse(null);
        BigDecimal difference = value == null || printed.value() == null ? null : value.subtract(printed.value());
        return new Comparison(
                printed.row(),
                printed.item(),
                printed.area(),
                areas.named(printed.area()).name(),
                "context:" + indicator,
                found.map(figure -> wording.language().of(new Text(figure.labelNl(), figure.labelEn())))
                        .orElse(indicator),
                null,
                printed.date(),
                found.map(ContextFigure::unit).orElse(""),
                chosen(printed.printedNl(), printed.printedEn()),
                printed.value(),
                value,
                null,
                null,
                false,
                found.map(figure -> wording.published(figure.value(), figure.unit()))
                        .orElse(texts.noFigure()),
                difference,
                difference == null ? null : wording.difference(difference, Unit.NUMBER),
                wording.language().of(printed.part().title()),
                remark(printed),
                Links.context(printed.area(), indicator));
    }

    private String chosen(@Nullable String dutch, @Nullable String english) {
        return wording.choose(dutch == null ? "" : dutch, english == null ? "" : english);
    }

    private @Nullable String remark(PrintedFigure printed) {
        String remark = chosen(printed.remarkNl(), printed.remarkEn());
        return remark.isEmpty() ? null : remark;
    }
}
