package nl.buurtpuls.report.startrapport;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.startrapport.Materials.Subject;
import nl.buurtpuls.report.startrapport.StartReport.Compared;
import nl.buurtpuls.report.startrapport.StartReport.Printed;
import nl.buurtpuls.report.startrapport.StartReport.Published;
import nl.buurtpuls.report.startrapport.StartReport.Reference;
import nl.buurtpuls.report.startrapport.StartReport.Section;
import org.jspecify.annotations.Nullable;

/** Writes one report from what was read. */
final class ReportWriter {

    static final String ARRIVALS = "arrivals";
    static final String DEPARTURES = "departures";

    private final Materials materials;
    private final Areas areas;
    private final Language language;
    private final Wording wording;
    private final ReportTexts texts;
    private final FigureWriter figures;

    ReportWriter(Materials materials, Areas areas, Language language) {
        this.materials = materials;
        this.areas = areas;
        this.language = language;
        this.wording = new Wording(language);
        this.texts = MessageBundles.get(
                ReportTexts.class, Localized.Literal.of(language.locale().toLanguageTag()));
        this.figures = new FigureWriter(wording, texts);
    }

    StartReport report() {
        Subject subject = materials.subject();
        Area area = subject.area();
        Printed printed = PrintedFigures.isAbout(area.code())
                ? new ComparisonWriter(materials, areas, wording, texts, figures).printed()
                : null;
        return new StartReport(
                area.code(),
                area.name(),
                area.level().code(),
                subject.municipality().name(),
                materials.date(),
                language.locale().toLanguageTag(),
                texts.title(area.name()),
                materials.dataFrom().orElse(null),
                notes(),
                sections(printed),
                printed,
                references(printed));
    }

    private List<String> notes() {
        LocalDate date = materials.date();
        if (!materials.hasData()) {
            Subject subject = materials.subject();
            return List.of(
                    texts.noData(subject.area().name(), subject.municipality().name(), wording.date(date)));
        }
        return materials
                .dataFrom()
                .filter(first -> first.isAfter(Window.TEN_YEARS.start(date)))
                .map(first -> List.of(texts.dataBegin(wording.date(first))))
                .orElse(List.of());
    }

    private List<Section> sections(@Nullable Printed printed) {
        Map<Chapter, List<ReportFigure>> byChapter = new LinkedHashMap<>();
        Map<String, ReportFigure> byName = new LinkedHashMap<>();
        for (Chapter chapter : Chapter.values()) {
            List<ReportFigure> its = materials.hasData() ? figures(chapter, printed) : List.of();
            byChapter.put(chapter, its);
            its.forEach(figure -> byName.put(figure.id(), figure));
        }
        for (Reading duration : ChartWriter.DURATIONS) {
            figure(duration, printed).forEach(figure -> byName.put(figure.id(), figure));
        }
        Prose prose = new Prose(texts, wording, materials, byName, areas.scoreCoverage());
        ChartWriter charts = new ChartWriter(materials, figures, wording);
        return Stream.of(Chapter.values())
                .map(chapter -> new Section(
                        chapter.id(),
                        language.of(chapter.title()),
                        materials.hasData() || chapter == Chapter.CONSEQUENCES ? prose.of(chapter) : List.of(),
                        Objects.requireNonNull(byChapter.get(chapter)),
                        materials.hasData() ? charts.of(chapter) : List.of(),
                        chapter == Chapter.COUNTRY && materials.hasData() ? compared() : null,
                        published(chapter)))
                .toList();
    }

    private List<ReportFigure> figures(Chapter chapter, @Nullable Printed printed) {
        return chapter.readings(materials.subject().area().level()).stream()
                .flatMap(reading -> figure(reading, printed).stream())
                .toList();
    }

    /** The figure of the area; none at a level that has none. */
    private List<ReportFigure> figure(Reading reading, @Nullable Printed printed) {
        Reading.Place place = materials.subject().place();
        PublishedPoint point = reading.of(materials.readings(), place, materials.date());
        if (point == null) {
            return List.of();
        }
        ReportFigure figure = figures.figure(reading, place, materials.date(), point);
        return List.of(
                printed == null
                        ? figure
                        : figure.beside(printed.rows().stream()
                                .filter(row -> row.area().equals(place.area()))
                                .filter(row -> row.figure().equals(reading.id()))
                                .toList()));
    }

    private Compared compared() {
        Subject subject = materials.subject();
        List<Area> all = new ArrayList<>();
        all.add(subject.area());
        all.addAll(subject.around());
        List<Compared.Row> rows = new ArrayList<>();
        for (Reading reading : Chapter.compared()) {
            List<@Nullable ReportFigure> cells = new ArrayList<>();
            for (Area area : all) {
                PublishedPoint point = reading.of(materials.readings(), subject.place(area), materials.date());
                cells.add(point == null ? null : figures.figure(reading, subject.place(area), materials.date(), point));
            }
            rows.add(new Compared.Row(
                    reading.id(),
                    wording.capital(language.of(reading.label())),
                    language.of(reading.definition()),
                    cells));
        }
        return new Compared(
                texts.comparedTitle(),
                all.stream().map(Area::code).toList(),
                all.stream().map(Area::name).toList(),
                rows,
                texts.absentAbove());
    }

    /** Figures of others about the area and those around it, and those that the printed report sets beside them. */
    private List<Published> published(Chapter chapter) {
        Subject subject = materials.subject();
        List<String> order = Stream.concat(Stream.of(subject.area()), subject.around().stream())
                .map(Area::code)
                .toList();
        return materials.published().stream()
                .filter(figure -> Chapter.ofPublished(figure.indicator()) == chapter)
                .filter(figure -> order.contains(figure.area()) || PrintedFigures.hasPublished(figure))
                .sorted(Comparator.comparing(ContextFigure::indicator)
                        .thenComparing(figure -> Math.floorMod(order.indexOf(figure.area()), order.size() + 1))
                        .thenComparing(ContextFigure::area)
                        .thenComparing(ContextFigure::period))
                .map(this::published)
                .toList();
    }

    private Published published(ContextFigure figure) {
        return new Published(
                figure.area(),
                areas.named(figure.area()).name(),
                figure.indicator(),
                language.of(new Text(figure.labelNl(), figure.labelEn())),
                figure.period(),
                wording.period(figure.period()),
                figure.value(),
                figure.unit(),
                wording.published(figure.value(), figure.unit()),
                figure.source(),
                Links.context(figure.area(), figure.indicator()));
    }

    private List<Reference> references(@Nullable Printed printed) {
        List<Reference> references = new ArrayList<>();
        String area = materials.subject().area().code();
        references.add(new Reference(
                wording.choose("Alle cijfers van dit gebied op deze datum", "All figures of this area on this date"),
                Links.snapshot(area, materials.date())));
        references.add(new Reference(
                wording.choose(
                        "Wat elk cijfer betekent, met formule en bron",
                        "What each figure means, with its" + " formula and source"),
                "/v1/indicators"));
        if (printed != null) {
            references.add(new Reference(printed.source(), null));
        }
        materials.published().stream()
                .map(ContextFigure::source)
                .distinct()
                .sorted()
                .forEach(source -> references.add(new Reference(source, null)));
        return references;
    }
}
