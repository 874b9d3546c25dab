package nl.buurtpuls.simulator.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is published of a buurt, as a starting point.
 *
 * @param code CBS code
 * @param part the part of the municipality it lies in
 * @param inhabitants on the first day
 * @param later inhabitants some years on
 * @param wozValue mean value of a dwelling, in 1,000 EUR
 * @param ownerOccupied part of the dwellings, 0 to 1
 * @param housingCorporation part of the dwellings, 0 to 1; what is neither is rented out privately
 * @param socialAssistance recipients on the first day
 * @param laterAssistance recipients of social assistance some years on
 * @param disability recipients
 * @param unemployment recipients
 * @param children residents under 15
 * @param elderly residents of 65 and over
 */
public record BuurtFigures(
        String code,
        String part,
        int inhabitants,
        int later,
        int households,
        int dwellings,
        int wozValue,
        double ownerOccupied,
        double housingCorporation,
        int socialAssistance,
        int laterAssistance,
        int disability,
        int unemployment,
        int children,
        int elderly) {

    /** Persons per household above which a buurt has institutions: homes, a hospital, a centre. */
    private static final double CROWDED = 3.5;

    private static final double ORDINARY = 2.1;

    /** The one part of a municipality that has no others. */
    public static final String WHOLE = "whole";

    /** Inhabitants of a buurt that is made up, at most. */
    private static final int LARGEST_MADE_UP = 3_000;

    /** Dwellings of housing corporations, of those not lived in by their owner: national. */
    private static final double CORPORATION_OF_RENTED = 0.67;

    /** Recipients per inhabitant: national, near CBS figures of 2022. */
    private static final double ASSISTANCE = 0.024;

    private static final double DISABILITY = 0.045;
    private static final double UNEMPLOYMENT = 0.012;

    /** The buurten of Heerlen, in order of code. */
    public static List<BuurtFigures> heerlen() {
        return Table.rows("buurten.csv").stream()
                .map(row -> new BuurtFigures(
                        row.text(0),
                        row.text(15),
                        row.whole(2),
                        row.whole(13),
                        row.whole(3),
                        row.whole(4),
                        row.whole(5),
                        row.whole(6) / 100.0,
                        row.whole(7) / 100.0,
                        row.whole(8),
                        row.whole(14),
                        row.whole(9),
                        row.whole(10),
                        row.whole(11),
                        row.whole(12)))
                .toList();
    }

    /**
     * The buurten of all other municipalities, by municipality code. Their wijken are real, with the sizes published; how
     * a wijk falls into buurten is made up, and so are the recipients.
     */
    public static Map<String, List<BuurtFigures>> madeUp() {
        Map<String, List<BuurtFigures>> found = new TreeMap<>();
        for (Table.Row row : Table.rows("wijken.csv")) {
            found.computeIfAbsent("GM" + row.text(0).substring(2, 6), any -> new ArrayList<>())
                    .addAll(buurtenOf(row));
        }
        return found;
    }

    private static List<BuurtFigures> buurtenOf(Table.Row wijk) {
        int inhabitants = wijk.whole(1);
        int number = Math.min(99, 1 + (inhabitants - 1) / LARGEST_MADE_UP);
        double owner = wijk.whole(4) / 100.0;
        List<BuurtFigures> buurten = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int size = inhabitants * (i + 1) / number - inhabitants * i / number;
            int dwellings = wijk.whole(2) * (i + 1) / number - wijk.whole(2) * i / number;
            int assistance = (int) (size * ASSISTANCE);
            buurten.add(new BuurtFigures(
                    "BU" + wijk.text(0).substring(2) + (i < 10 ? "0" : "") + i,
                    WHOLE,
                    size,
                    size,
                    dwellings,
                    dwellings,
                    wijk.whole(3),
                    owner,
                    (1 - owner) * CORPORATION_OF_RENTED,
                    assistance,
                    assistance,
                    (int) (size * DISABILITY),
                    (int) (size * UNEMPLOYMENT),
                    size * wijk.whole(5) / 100,
                    size * wijk.whole(6) / 100));
        }
        return buurten;
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
