package nl.buurtpuls.areas.cbs;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where in a line things stand; -1 for what the file does not have. */
record Columns(
        List<String> headers,
        int code,
        int kind,
        int name,
        int municipalityName,
        int period,
        int hectares,
        Map<Figure, Integer> figures) {

    /** StatLine's open data give the code as {@code WijkenEnBuurten}; with labels that is the name, and the code follows. */
    private static final Names CODE = Names.of(
            "Codering_#",
            "Regioaanduiding/Codering (code)",
            "RegiocodeGemeenteWijkBuurt_#",
            "Regiocode (gemeente, wijk, buurt) (code)",
            "gwb_code_10",
            "gwb_code",
            "WijkenEnBuurten",
            "RegioS");

    private static final Names KIND = Names.of("recs", "SoortRegio_#", "Regioaanduiding/Soort regio (omschrijving)");
    private static final Names NAME = Names.of("regio", "Wijken en buurten", "WijkenEnBuurten");
    private static final Names MUNICIPALITY_NAME =
            Names.of("gm_naam", "Gemeentenaam_#", "Regioaanduiding/Gemeentenaam (naam)");
    private static final Names PERIOD = Names.of("Perioden", "jaar");
    private static final Names HECTARES = Names.of("a_lan_ha", "OppervlakteLand_#");

    static Columns of(List<String> headers) {
        int code = CODE.in(headers);
        int name = NAME.in(headers);
        Map<Figure, Integer> figures = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            int column = figure.names().in(headers);
            if (column >= 0) {
                figures.put(figure, column);
            }
        }
        return new Columns(
                headers,
                code,
                KIND.in(headers),
                name == code ? -1 : name,
                MUNICIPALITY_NAME.in(headers),
                PERIOD.in(headers),
                HECTARES.in(headers),
                figures);
    }

    /** Whether these are the columns of a table of areas. */
    boolean nameAreas() {
        return code >= 0;
    }
}
