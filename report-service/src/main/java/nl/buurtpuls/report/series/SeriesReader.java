package nl.buurtpuls.report.series;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.ledger.Needs;

/** Reads an indicator of an area over time, as it may be shown. */
public final class SeriesReader {

    private SeriesReader() {}

    /** The first of each year after a date, up to and with another. */
    public static List<LocalDate> years(LocalDate after, LocalDate to) {
        return Step.YEAR.dates(after.plusDays(1), to, Integer.MAX_VALUE);
    }

    /** The indicator on each of the days; for whom figures are of the first of the month, on those instead. */
    public static Uni<SeriesView> read(Release release, String area, Indicator indicator, List<LocalDate> days) {
        return release.history(area, Needs.of(List.of(indicator)), days)
                // Thousands of figures take longer than other callers should wait.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(history -> new SeriesView(
                        area,
                        indicator.id(),
                        release.dates(days).stream()
                                .map(day ->
                                        new DatedPoint(day, history.apply(day).read(indicator)))
                                .toList()));
    }
}
