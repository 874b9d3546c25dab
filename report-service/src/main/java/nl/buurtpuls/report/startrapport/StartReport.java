package nl.buurtpuls.report.startrapport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an area on a date.
 *
 * @param area code
 * @param name of the area
 * @param level municipality, group or wijk
 * @param municipality the name of the municipality around it
 * @param date the day that the figures are of
 * @param language of its texts: {@code nl} or {@code en}
 * @param title of the report
 * @param dataFrom first day on which the municipality has a resident; {@code null} if it has no data
 * @param notes what the reader must know of the data first: that there are none, that they begin within a window
 * @param sections in order
 * @param printed the printed report beside it; {@code null} for an area that it is not about
 * @param references what it draws on
 */
public record StartReport(
        String area,
        String name,
        String level,
        String municipality,
        LocalDate date,
        String language,
        String title,
        @Nullable LocalDate dataFrom,
        List<String> notes,
        List<Section> sections,
        @Nullable Printed printed,
        List<Reference> references) {

    /** Whether the area has figures on the date. */
    public boolean hasData() {
        return dataFrom != null && !dataFrom.isAfter(date);
    }

    /**
     * A part of the report.
     *
     * @param id stable, as in a link to it
     * @param paragraphs what the figures say
     * @param figures in order
     * @param charts drawings, each a table too
     * @param compared figures of the area beside those of the areas around it; {@code null} where the section has none
     * @param context what others have published
     */
    public record Section(
            String id,
            String title,
            List<String> paragraphs,
            List<ReportFigure> figures,
            List<Chart> charts,
            @Nullable Compared compared,
            List<Published> context) {

        /** Whether there is anything below its title. */
        public boolean saysSomething() {
            return !(paragraphs.isEmpty() && figures.isEmpty() && charts.isEmpty() && context.isEmpty());
        }

        /** Whether the printed report has a say on any of the figures. */
        public boolean hasPrinted() {
            return figures.stream().anyMatch(figure -> !figure.printed().isEmpty());
        }
    }

    /**
     * Figures of some areas side by side.
     *
     * @param areas codes, the smallest area first
     * @param names theirs
     * @param absent why a figure may be missing above the municipality
     */
    public record Compared(String title, List<String> areas, List<String> names, List<Row> rows, String absent) {

        /**
         * One figure of all areas, in their order.
         *
         * @param cells {@code null} for a level that does not have the figure
         */
        public record Row(String id, String label, String definition, List<@Nullable ReportFigure> cells) {}
    }

    /**
     * A figure that someone else published.
     *
     * @param period as in the call that gives it: ISO 8601, or a part of it
     * @param when the period as it is read
     * @param text the value and its unit as they are read
     */
    public record Published(
            String area,
            String areaName,
            String indicator,
            String label,
            String period,
            String when,
            BigDecimal value,
            String unit,
            String text,
            String source,
            String href) {}

    /**
     * The printed report beside the ledger.
     *
     * @param source the printed report
     * @param rows each figure of it
     * @param contradictions where it does not agree with itself
     */
    public record Printed(String title, String source, List<Comparison> rows, List<Contradiction> contradictions) {}

    /**
     * A place where the printed report contradicts itself.
     *
     * @param says the figures that do not agree
     * @param reading the one that is taken, and why
     */
    public record Contradiction(String id, String title, String says, String reading) {}

    /**
     * Something that the report draws on.
     *
     * @param href a call or page; {@code null} if it has none
     */
    public record Reference(String text, @Nullable String href) {}
}
