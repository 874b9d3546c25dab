package nl.buurtpuls.simulator.table;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The course that a part of a municipality takes.
 *
 * @param part its name
 * @param inhabitants on the first day
 * @param laterInhabitants ten years later; after that the shares of the parts stay
 * @param minors on the first day
 * @param laterMinors ten years later
 * @param householdSize persons per household
 * @param stayers part of the inhabitants of the first day that live there ten years later; {@code null}: as it comes
 */
public record PartCourse(
        String part,
        int inhabitants,
        int laterInhabitants,
        int minors,
        int laterMinors,
        double householdSize,
        @Nullable Double stayers) {

    private static final int YEARS = 10;
    /** Persons per household in municipalities other than Heerlen: national. */
    private static final double NATIONAL_HOUSEHOLD = 2.14;

    private static final double NATIONAL_MINORS = 0.19;

    /** The parts of Heerlen. */
    public static List<PartCourse> heerlen() {
        return Table.rows("parts.csv").stream()
                .map(row -> new PartCourse(
                        row.text(0),
                        row.whole(1),
                        row.whole(2),
                        row.whole(3),
                        row.whole(4),
                        row.decimal(5),
                        row.text(6).isEmpty() ? null : row.decimal(6)))
                .toList();
    }

    /** A municipality of one part, the same size throughout. */
    public static PartCourse whole(int inhabitants) {
        int minors = (int) (inhabitants * NATIONAL_MINORS);
        return new PartCourse(BuurtFigures.WHOLE, inhabitants, inhabitants, minors, minors, NATIONAL_HOUSEHOLD, null);
    }

    /** The same for a part of the real size. */
    public PartCourse scaled(double scale) {
        return new PartCourse(
                part,
                (int) Math.round(inhabitants * scale),
                (int) Math.round(laterInhabitants * scale),
                (int) Math.round(minors * scale),
                (int) Math.round(laterMinors * scale),
                householdSize,
                stayers);
    }

    /** How much of the ten years is over, 0 to 1. */
    public static double elapsed(LocalDate first, int day) {
        double days = (double) first.plusYears(YEARS).toEpochDay() - first.toEpochDay();
        return Math.max(0, Math.min(1, (day - first.toEpochDay()) / days));
    }
}
