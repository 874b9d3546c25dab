package nl.buurtpuls.report.startrapport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.context.ContextFigure;
import nl.buurtpuls.report.origin.Origins;
import nl.buurtpuls.report.series.SeriesView;

/**
 * All that a report of an area is written from.
 *
 * @param subject the area and those around it
 * @param dataFrom first day on which the municipality has a resident
 * @param wijken with figures in the area, in order of code; none in a wijk
 * @param buurten likewise
 * @param readings the figures
 * @param arrivals on each 1 January, of the year before
 * @param departures likewise
 * @param origins of ten years of arrivals
 * @param published figures of others
 */
record Materials(
        Subject subject,
        LocalDate date,
        Optional<LocalDate> dataFrom,
        List<Area> wijken,
        List<Area> buurten,
        Readings readings,
        SeriesView arrivals,
        SeriesView departures,
        Origins origins,
        List<ContextFigure> published) {

    /** Whether there was anybody on the date. */
    boolean hasData() {
        return dataFrom.filter(first -> !first.isAfter(date)).isPresent();
    }

    /**
     * What a report is about.
     *
     * @param around the municipality, its nearest region, its province and the country, as far as it lies in them; without
     *     the area itself
     */
    record Subject(Area area, Area municipality, List<Area> around) {

        Reading.Place place() {
            return new Reading.Place(area.code(), municipality.code());
        }

        /** A place of an area around it, or of a part. */
        Reading.Place place(Area other) {
            return place(other.code());
        }

        Reading.Place place(String code) {
            return new Reading.Place(code, municipality.code());
        }
    }
}
