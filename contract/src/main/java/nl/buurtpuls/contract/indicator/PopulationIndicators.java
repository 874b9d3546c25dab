package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Definitions.BRP;
import static nl.buurtpuls.contract.indicator.Quantity.atStart;
import static nl.buurtpuls.contract.indicator.Quantity.during;
import static nl.buurtpuls.contract.indicator.Quantity.inMunicipality;
import static nl.buurtpuls.contract.indicator.Quantity.meanDuring;
import static nl.buurtpuls.contract.indicator.Quantity.on;
import static nl.buurtpuls.contract.indicator.Quantity.sum;

import java.util.List;
import nl.buurtpuls.contract.indicator.Definition.Unit;

/** Who lives in an area, who comes and who leaves: section 1 of the catalogue. */
final class PopulationIndicators {

    private final Definitions define;

    private PopulationIndicators(Definitions define) {
        this.define = define;
    }

    static void addTo(Definitions define) {
        PopulationIndicators section = new PopulationIndicators(define);
        section.population();
        section.turnover();
        section.retention();
    }

    private void population() {
        define.stock("population", Unit.PERSONS, on(Measure.POPULATION), null, BRP)
                .text("Inwoners", "Residents", "Personen die in het gebied wonen.", "Persons who live in the area.");
        define.stock("population.adults", Unit.PERSONS, on(Measure.ADULTS), null, BRP)
                .text("Volwassenen", "Adults", "Inwoners van 18 jaar en ouder.", "Residents aged 18 and over.");
        define.stock("population.minors", Unit.PERSONS, on(Measure.MINORS), null, BRP)
                .text("Minderjarigen", "Minors", "Inwoners jonger dan 18 jaar.", "Residents under 18.");
        define.stock("households", Unit.HOUSEHOLDS, on(Measure.HOUSEHOLDS), null, BRP)
                .text(
                        "Huishoudens",
                        "Households",
                        "Huishoudens met ten minste één inwoner.",
                        "Households with at least one resident.");
    }

    private void turnover() {
        define.flow("arrivals", Unit.MOVES, window -> during(Measure.ARRIVALS, window), null, BRP)
                .text(
                        "Vestigingen",
                        "Arrivals",
                        "Verhuizingen het gebied in van buiten de gemeente.",
                        "Moves into the area from outside the municipality.");
        define.flow("departures", Unit.MOVES, window -> during(Measure.DEPARTURES, window), null, BRP)
                .text(
                        "Vertrekken",
                        "Departures",
                        "Verhuizingen het gebied uit naar buiten de gemeente.",
                        "Moves out of the area to outside the municipality.");
        define.flow("internal-arrivals", Unit.MOVES, window -> during(Measure.INTERNAL_ARRIVALS, window), null, BRP)
                .text(
                        "Binnengemeentelijke vestigingen",
                        "Internal arrivals",
                        "Verhuizingen het gebied in van elders in de gemeente.",
                        "Moves into the area from elsewhere in the municipality.");
        define.flow("internal-departures", Unit.MOVES, window -> during(Measure.INTERNAL_DEPARTURES, window), null, BRP)
                .text(
                        "Binnengemeentelijke vertrekken",
                        "Internal departures",
                        "Verhuizingen het gebied uit naar elders in de gemeente.",
                        "Moves out of the area to elsewhere in the municipality.");
        define.flow("births", Unit.PERSONS, window -> during(Measure.BIRTHS, window), null, BRP)
                .text("Geboorten", "Births", "Geboorten van inwoners.", "Births of residents.");
        define.flow("deaths", Unit.PERSONS, window -> during(Measure.DEATHS, window), null, BRP)
                .text("Sterfte", "Deaths", "Overlijdens van inwoners.", "Deaths of residents.");
        define.flow(
                        "turnover.rate",
                        Unit.RATE,
                        window -> sum(movesIn(window), movesOut(window)),
                        window -> meanDuring(Measure.POPULATION, window),
                        BRP)
                .text(
                        "Doorstroom",
                        "Turnover",
                        "Alle verhuizingen in en uit over de grens van het gebied, per inwoner (gemiddeld over de dagen"
                                + " van het venster).",
                        "All moves in and out across the area's border, per resident (mean over the days of the"
                                + " window).");
        define.flow(
                        "net-migration.rate",
                        Unit.RATE,
                        window -> movesIn(window).minus(movesOut(window)),
                        window -> meanDuring(Measure.POPULATION, window),
                        BRP)
                .text(
                        "Verhuissaldo",
                        "Net migration",
                        "Verhuizingen in min verhuizingen uit over de grens van het gebied, per inwoner.",
                        "Moves in less moves out across the area's border, per resident.");
        define.flow(
                        "arrivals.share-of-municipality",
                        Unit.SHARE,
                        window -> during(Measure.ARRIVALS, window),
                        window -> inMunicipality(during(Measure.ARRIVALS, window)),
                        BRP)
                .text(
                        "Aandeel in de vestigingen van de gemeente",
                        "Part of the municipality's arrivals",
                        "Deel van de vestigingen in de gemeente dat in dit gebied terechtkomt.",
                        "Part of the municipality's arrivals that settles in this area.");
        define.flow(
                        "departures.share-of-municipality",
                        Unit.SHARE,
                        window -> during(Measure.DEPARTURES, window),
                        window -> inMunicipality(during(Measure.DEPARTURES, window)),
                        BRP)
                .text(
                        "Aandeel in de vertrekken van de gemeente",
                        "Part of the municipality's departures",
                        "Deel van de vertrekken uit de gemeente dat uit dit gebied komt.",
                        "Part of the municipality's departures that leaves this area.");
    }

    private static Quantity movesIn(Window window) {
        return sum(during(Measure.ARRIVALS, window), during(Measure.INTERNAL_ARRIVALS, window));
    }

    private static Quantity movesOut(Window window) {
        return sum(during(Measure.DEPARTURES, window), during(Measure.INTERNAL_DEPARTURES, window));
    }

    private void retention() {
        for (Window window : List.of(Window.TEN_YEARS, Window.FIVE_YEARS, Window.ONE_YEAR)) {
            String span = window.code().replace("y", "");
            define.stock(
                            "retention." + window.code(),
                            Unit.SHARE,
                            on(Measure.RETAINED, window.code()),
                            atStart(Measure.POPULATION, window),
                            BRP)
                    .text(
                            "Blijvers na " + span + " jaar",
                            "Stayed after " + span + " years",
                            "Deel van de inwoners van " + span + " jaar eerder dat nu in het gebied woont.",
                            "Part of the residents of " + span + " years before who live in the area now.");
        }
        define.stock(
                        "kindergartners.not-toddlers.share",
                        Unit.SHARE,
                        on(Measure.KINDERGARTNERS_NOT_TODDLERS),
                        on(Measure.KINDERGARTNERS),
                        BRP)
                .text(
                        "Kleuters die hier geen peuter waren",
                        "Kindergartners who were no toddlers here",
                        "Deel van de vierjarigen dat niet op elke dag als twee- en driejarige in het gebied woonde.",
                        "Part of the residents aged four who did not live in the area on every day of the ages two and"
                                + " three.");
    }
}
