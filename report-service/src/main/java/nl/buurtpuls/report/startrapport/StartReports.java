package nl.buurtpuls.report.startrapport;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.area.AreaContext;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.indicator.Indicators;
import nl.buurtpuls.report.indicator.Language;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.origin.Arrivals;
import nl.buurtpuls.report.origin.Origins;
import nl.buurtpuls.report.origin.OriginsReader;
import nl.buurtpuls.report.series.SeriesReader;
import nl.buurtpuls.report.series.SeriesView;
import nl.buurtpuls.report.startrapport.Materials.Subject;
import org.jspecify.annotations.Nullable;

/** Gathers all that a report needs, in few statements that run side by side, and has it written. */
@ApplicationScoped
class StartReports {

    private final Areas areas;
    private final AreaTable table;
    private final AreaContext context;
    private final LedgerReader ledger;
    private final FigureReader figures;
    private final OriginsReader origins;
    private final KeptReports kept = new KeptReports();

    StartReports(
            Areas areas,
            AreaTable table,
            AreaContext context,
            LedgerReader ledger,
            FigureReader figures,
            OriginsReader origins) {
        this.areas = areas;
        this.table = table;
        this.context = context;
        this.ledger = ledger;
        this.figures = figures;
        this.origins = origins;
    }

    /**
     * The report of an area on a date.
     *
     * @param area a municipality, group or wijk
     */
    Uni<StartReport> of(Area area, LocalDate asked, Language language, Release release) {
        LocalDate date = release.date(asked);
        // The state is asked for first: what is written meanwhile makes it another, never an old one that seems new.
        return ledger.state().chain(state -> {
            KeptReports.Key key = new KeptReports.Key(area.code(), date, language, release.isExact());
            StartReport known = kept.find(key, state);
            return known != null
                    ? Uni.createFrom().item(known)
                    : written(area, date, language, release).invoke(report -> kept.keep(key, state, report));
        });
    }

    private Uni<StartReport> written(Area area, LocalDate date, Language language, Release release) {
        Subject subject = subject(area);
        return Uni.combine()
                .all()
                .unis(ledger.dataFrom(area.code()), parts(area, Level.WIJK), parts(area, Level.BUURT))
                .asTuple()
                .chain(found -> materials(subject, date, release, found.getItem1(), found.getItem2(), found.getItem3()))
                .map(materials -> new ReportWriter(materials, areas, language).report());
    }

    private Subject subject(Area area) {
        Area municipality = areas.named(areas.municipalityAround(area));
        List<Area> around = new ArrayList<>();
        if (area.level() != Level.MUNICIPALITY) {
            around.add(municipality);
        }
        Stream.of(table.nearestRegion(municipality.code()), table.provinceOf(municipality.code()), country())
                .flatMap(code -> Stream.ofNullable(code).flatMap(each -> table.find(each).stream()))
                .forEach(around::add);
        return new Subject(area, municipality, List.copyOf(around));
    }

    private @Nullable String country() {
        return table.all().stream()
                .filter(area -> area.level() == Level.COUNTRY)
                .map(Area::code)
                .findFirst()
                .orElse(null);
    }

    private Uni<List<Area>> parts(Area area, Level level) {
        if (area.level() == level) {
            return Uni.createFrom().item(List.of());
        }
        return ledger.unitsIn(area.code(), level)
                .map(codes -> codes.stream().map(areas::named).toList());
    }

    private Uni<Materials> materials(
            Subject subject,
            LocalDate date,
            Release release,
            Optional<LocalDate> dataFrom,
            List<Area> wijken,
            List<Area> buurten) {
        String code = subject.area().code();
        LocalDate tenYearsBefore = Window.TEN_YEARS.start(date);
        List<LocalDate> years = SeriesReader.years(tenYearsBefore, date);
        Uni<Readings> readings = figures.read(asked(subject, date, wijken, buurten), release);
        Uni<SeriesView> arrivals = SeriesReader.read(release, code, Indicators.named(ReportWriter.ARRIVALS), years);
        Uni<SeriesView> departures = SeriesReader.read(release, code, Indicators.named(ReportWriter.DEPARTURES), years);
        Uni<Origins> from = origins.read(release, code, Arrivals.ALL, tenYearsBefore, date);
        Uni<List<ContextFigure>> published = context.ofAll(publishedAbout(subject));
        return Uni.combine()
                .all()
                .unis(readings, arrivals, departures, from, published)
                .asTuple()
                .map(all -> new Materials(
                        subject,
                        date,
                        dataFrom,
                        wijken,
                        buurten,
                        all.getItem1(),
                        all.getItem2(),
                        all.getItem3(),
                        all.getItem4(),
                        all.getItem5()));
    }

    private static Asked asked(Subject subject, LocalDate date, List<Area> wijken, List<Area> buurten) {
        Asked asked = new Asked();
        for (Chapter chapter : Chapter.values()) {
            chapter.readings(subject.area().level()).forEach(reading -> reading.ask(asked, subject.place(), date));
        }
        ChartWriter.DURATIONS.forEach(reading -> reading.ask(asked, subject.place(), date));
        for (Reading reading : Chapter.compared()) {
            reading.ask(asked, subject.place(), date);
            subject.around().forEach(area -> reading.ask(asked, subject.place(area), date));
        }
        wijken.forEach(wijk -> ChartWriter.RETENTION.ask(asked, subject.place(wijk), date));
        buurten.forEach(buurt -> ChartWriter.MINORS.ask(asked, subject.place(buurt), date));
        if (PrintedFigures.isAbout(subject.area().code())) {
            for (PrintedFigure printed : PrintedFigures.all()) {
                Reading reading = printed.reading();
                if (reading != null) {
                    reading.ask(asked, subject.place(printed.area()), printed.date());
                }
            }
        }
        return asked;
    }

    private static Set<String> publishedAbout(Subject subject) {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(subject.area().code());
        subject.around().forEach(area -> codes.add(area.code()));
        if (PrintedFigures.isAbout(subject.area().code())) {
            PrintedFigures.all().stream()
                    .filter(printed -> printed.context() != null)
                    .forEach(printed -> codes.add(printed.area()));
        }
        return codes;
    }
}
