package nl.buurtpuls.simulator.table;

import java.util.List;

/**
 * What CBS publishes of a buurt, as a starting point.
 *
 * @param code CBS code
 * @param wozValue mean value of a dwelling, in 1,000 EUR
 * @param ownerOccupied part of the dwellings, 0 to 1
 * @param housingCorporation part of the dwellings, 0 to 1; what is neither is rented out privately
 * @param socialAssistance recipients
 * @param disability recipients
 * @param unemployment recipients
 * @param children residents under 15
 * @param elderly residents of 65 and over
 */
public record Buurt(
        String code,
        String name,
        int inhabitants,
        int households,
        int dwellings,
        int wozValue,
        double ownerOccupied,
        double housingCorporation,
        int socialAssistance,
        int disability,
        int unemployment,
        int children,
        int elderly) {

    /** Persons per household above which a buurt has institutions: homes, a hospital, a centre. */
    private static final double CROWDED = 3.5;

    private static final double ORDINARY = 2.1;

    /** The buurten of Heerlen, in order of code. */
    public static List<Buurt> heerlen() {
        return Table.rows("buurten.csv").stream()
                .map(row -> new Buurt(
                        row.text(0),
                        row.text(1),
                        row.whole(2),
                        row.whole(3),
                        row.whole(4),
                        row.whole(5),
                        row.whole(6) / 100.0,
                        row.whole(7) / 100.0,
                        row.whole(8),
                        row.whole(9),
                        row.whole(10),
                        row.whole(11),
                        row.whole(12)))
                .toList();
    }

    /** Residents who live in no household of their own but in an institution: an estimate from the published sizes. */
    public int institutional() {
        return inhabitants > CROWDED * households ? inhabitants - (int) (ORDINARY * households) : 0;
    }

    /** Recipients of social assistance per resident: how poor the buurt is. */
    public double poverty() {
        return (double) socialAssistance / inhabitants;
    }
}
