package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.origin.Origins;
import nl.buurtpuls.report.series.SeriesView;
import nl.buurtpuls.report.startrapport.Chart.Cell;
import nl.buurtpuls.report.startrapport.Chart.Kind;
import nl.buurtpuls.report.startrapport.Chart.Row;
import org.jspecify.annotations.Nullable;

/** Makes the charts of a report: what stands in each, not how it is drawn. */
final class ChartWriter {

    /** How long recipients have had their benefit. */
    static final List<Reading> DURATIONS = Stream.of("under-2y", "2y-to-5y", "over-5y")
            .map(band -> Reading.of("social-assistance.duration." + band + ".share"))
            .toList();

    static final Reading RETENTION = Reading.of("retention.10y");
    static final Reading MINORS = Reading.of("social-assistance.minors.share");

    /** Municipalities that are named; the rest is in the classes. */
    private static final int MOST_ORIGINS = 10;

    private static final Comparator<Row> HIGHEST_FIRST = Comparator.comparingDouble(
                    (Row row) -> row.cells().get(0).value() == null
                            ? -1
                            : Chart.number(row.cells().get(0)))
            .reversed()
            .thenComparing(Row::code);

    private final Materials materials;
    private final FigureWriter figures;
    private final Wording wording;

    ChartWriter(Materials materials, FigureWriter figures, Wording wording) {
        this.materials = materials;
        this.figures = figures;
        this.wording = wording;
    }

    List<Chart> of(Chapter chapter) {
        Stream<Chart> charts = switch (chapter) {
            case BENEFITS -> Stream.of(durations(), minorsByBuurt());
            case MOVES -> Stream.of(flows(), retentionByWijk());
            case ARRIVALS -> Stream.of(originClasses(), origins());
            case SUMMARY, COUNTRY, AREA, CONSEQUENCES -> Stream.empty();
        };
        return charts.filter(chart -> !chart.rows().isEmpty()).toList();
    }

    private Chart durations() {
        LocalDate date = materials.date();
        String area = materials.subject().area().code();
        List<String> labels = wording.choose(
                        "Korter dan 2 jaar|2 tot 5 jaar|5 jaar of langer", "Under 2 years|2 to 5 years|5 years or more")
                .transform(all -> List.of(all.split("\\|")));
        List<Row> rows = new ArrayList<>();
        for (int band = 0; band < DURATIONS.size(); band++) {
            Reading reading = DURATIONS.get(band);
            PublishedPoint point =
                    reading.of(materials.readings(), materials.subject().place(), date);
            rows.add(new Row(
                    reading.id(),
                    labels.get(band),
                    List.of(figures.cell(point, reading.unit(), reading.href(area, date)))));
        }
        return new Chart(
                "duration",
                Kind.PARTS,
                wording.choose("Hoe lang al bijstand", "How long on social assistance"),
                wording.choose(
                        "Ontvangers van bijstand naar hoe lang hun uitkering loopt, als deel van alle ontvangers.",
                        "Recipients of social assistance by how long it has run, as a part of all recipients."),
                wording.choose("Duur|Deel van de ontvangers", "Length|Part of the recipients")
                        .transform(ChartWriter::columns),
                rows,
                Links.snapshot(area, date));
    }

    private Chart minorsByBuurt() {
        return ranked(
                "minors-by-buurt",
                MINORS,
                materials.buurten(),
                Level.BUURT,
                wording.choose(
                        "Kinderen in een huishouden met bijstand, per buurt",
                        "Children in a household on social assistance, by buurt"),
                wording.choose("Buurt|Deel van de kinderen", "Buurt|Part of the children"));
    }

    private Chart retentionByWijk() {
        return ranked(
                "retention-by-wijk",
                RETENTION,
                materials.wijken(),
                Level.WIJK,
                wording.choose("Wie bleef er tien jaar, per wijk", "Who stayed for ten years, by wijk"),
                wording.choose("Wijk|Woont er nog", "Wijk|Live there still"));
    }

    private Chart ranked(String id, Reading reading, List<Area> areas, Level level, String title, String columns) {
        LocalDate date = materials.date();
        List<Row> rows = areas.stream()
                .map(area -> new Row(
                        area.code(),
                        area.name(),
                        List.of(figures.cell(
                                reading.of(
                                        materials.readings(),
                                        materials.subject().place(area),
                                        date),
                                reading.unit(),
                                reading.href(area.code(), date)))))
                .sorted(HIGHEST_FIRST)
                .toList();
        return new Chart(
                id,
                Kind.BARS,
                title,
                wording.language().of(reading.definition()),
                columns(columns),
                rows,
                Links.ranking(
                        reading.id(), level.code(), materials.subject().area().code(), date));
    }

    /** A year's flow is that of 1 January of the next: the year up to and with that day. */
    private Chart flows() {
        List<Row> rows = new ArrayList<>();
        SeriesView in = materials.arrivals();
        SeriesView out = materials.departures();
        for (int i = 0; i < in.points().size(); i++) {
            LocalDate newYear = in.points().get(i).date();
            rows.add(new Row(
                    newYear.toString(),
                    Integer.toString(newYear.getYear() - 1),
                    List.of(
                            flow(
                                    in.area(),
                                    ReportWriter.ARRIVALS,
                                    newYear,
                                    in.points().get(i).point()),
                            flow(
                                    out.area(),
                                    ReportWriter.DEPARTURES,
                                    newYear,
                                    out.points().get(i).point()))));
        }
        return new Chart(
                "flows",
                Kind.COLUMNS,
                wording.choose("Gekomen en vertrokken per jaar", "Arrived and departed by year"),
                wording.choose(
                        "Verhuizingen van en naar buiten de gemeente, in het jaar tot en met 1 januari erna.",
                        "Moves from and to outside the municipality, in the year up to and with the next 1 January."),
                wording.choose("Jaar|Gekomen|Vertrokken", "Year|Arrived|Departed")
                        .transform(ChartWriter::columns),
                rows,
                Links.years(
                        in.area(),
                        ReportWriter.ARRIVALS,
                        Window.TEN_YEARS.start(materials.date()).plusDays(1),
                        materials.date()));
    }

    private Cell flow(String area, String indicator, LocalDate date, PublishedPoint point) {
        return figures.cell(point, Unit.MOVES, Links.figure(area, indicator, date));
    }

    private Chart originClasses() {
        Origins origins = materials.origins();
        List<Row> rows = Stream.of(OriginClass.values())
                .map(each -> new Row(
                        each.code(), name(each), List.of(count(origins.classes().get(each.code())))))
                .toList();
        return new Chart(
                "origins",
                Kind.PARTS,
                wording.choose("Van hoe ver zij komen", "How far they come from"),
                wording.choose(
                        "Verhuizingen het gebied in van buiten de gemeente, in tien jaar, naar afstand.",
                        "Moves into the area from outside the municipality, in ten years, by distance."),
                wording.choose("Vanuit|Gekomen", "From|Arrived").transform(ChartWriter::columns),
                isNothing(origins.total()) ? List.of() : rows,
                originsHref());
    }

    private static boolean isNothing(PublishedNumber total) {
        Number count = total.value();
        return count != null && count.longValue() == 0;
    }

    private Chart origins() {
        Origins origins = materials.origins();
        List<Row> rows = origins.municipalities().stream()
                .limit(MOST_ORIGINS)
                .map(from -> new Row(from.code(), from.name(), List.of(count(from.count()))))
                .toList();
        return new Chart(
                "origins-by-municipality",
                Kind.BARS,
                wording.choose("De gemeenten waar de meesten vandaan komen", "The municipalities that most come from"),
                wording.choose(
                        "Verhuizingen het gebied in, in tien jaar, uit de tien gemeenten met de meeste.",
                        "Moves into the area, in ten years, from the ten municipalities with the most."),
                wording.choose("Gemeente|Gekomen", "Municipality|Arrived").transform(ChartWriter::columns),
                rows,
                originsHref());
    }

    private String originsHref() {
        Origins origins = materials.origins();
        return Links.origins(origins.area(), origins.from(), origins.to(), origins.of());
    }

    private Cell count(@Nullable PublishedNumber count) {
        return figures.cell(count == null ? null : count.point(), Unit.MOVES, null);
    }

    private String name(OriginClass origin) {
        return switch (origin) {
            case SAME_REGION -> wording.choose("de eigen regio", "the own region");
            case SAME_PROVINCE -> wording.choose("de rest van de provincie", "the rest of the province");
            case REST_OF_COUNTRY -> wording.choose("de rest van Nederland", "the rest of the Netherlands");
            case ABROAD -> wording.choose("het buitenland", "abroad");
            case UNKNOWN -> wording.choose("onbekend", "unknown");
        };
    }

    private static List<String> columns(String names) {
        return List.of(names.split("\\|"));
    }
}
