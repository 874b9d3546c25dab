package nl.buurtpuls.contract.indicator;

import static nl.buurtpuls.contract.indicator.Quantity.atStart;
import static nl.buurtpuls.contract.indicator.Quantity.during;
import static nl.buurtpuls.contract.indicator.Quantity.inMunicipality;
import static nl.buurtpuls.contract.indicator.Quantity.meanDuring;
import static nl.buurtpuls.contract.indicator.Quantity.on;
import static nl.buurtpuls.contract.indicator.Quantity.sum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.contract.indicator.Definition.Kind;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import org.jspecify.annotations.Nullable;

/** All indicators, each in one place: name, text, formula. */
public final class Catalogue {

    private static final Text BRP = new Text("Basisregistratie Personen (BRP)", "Personal Records Database (BRP)");
    private static final Text BRP_AND_BENEFITS =
            new Text("BRP en uitkeringenadministratie", "BRP and benefits administration");
    private static final Text DWELLING_REGISTER = new Text("Woningregister en WOZ", "Register of dwellings and WOZ");

    private static final Catalogue INSTANCE = new Catalogue();

    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();

    private Catalogue() {
        population();
        turnover();
        dwellings();
        retention();
        for (BenefitGroup group : BenefitGroup.values()) {
            benefits(group);
        }
    }

    /** What each figure means, in the order of the catalogue. */
    public static List<Definition> definitions() {
        return List.copyOf(INSTANCE.definitions);
    }

    /** Every figure that a snapshot has; a flow's year also under its name without a window. */
    public static Iterable<Indicator> indicators() {
        return INSTANCE.indicators.values();
    }

    public static Optional<Indicator> find(String id) {
        return Optional.ofNullable(INSTANCE.indicators.get(id));
    }

    private void population() {
        stock("population", Unit.PERSONS, on(Measure.POPULATION), null, BRP)
                .text("Inwoners", "Residents", "Personen die in het gebied wonen.", "Persons who live in the area.");
        stock("population.adults", Unit.PERSONS, on(Measure.ADULTS), null, BRP)
                .text("Volwassenen", "Adults", "Inwoners van 18 jaar en ouder.", "Residents aged 18 and over.");
        stock("population.minors", Unit.PERSONS, on(Measure.MINORS), null, BRP)
                .text("Minderjarigen", "Minors", "Inwoners jonger dan 18 jaar.", "Residents under 18.");
        stock("households", Unit.HOUSEHOLDS, on(Measure.HOUSEHOLDS), null, BRP)
                .text(
                        "Huishoudens",
                        "Households",
                        "Huishoudens met ten minste één inwoner.",
                        "Households with at least one resident.");
    }

    private void turnover() {
        flow("arrivals", Unit.MOVES, window -> during(Measure.ARRIVALS, window), null, BRP)
                .text(
                        "Vestigingen",
                        "Arrivals",
                        "Verhuizingen het gebied in van buiten de gemeente.",
                        "Moves into the area from outside the municipality.");
        flow("departures", Unit.MOVES, window -> during(Measure.DEPARTURES, window), null, BRP)
                .text(
                        "Vertrekken",
                        "Departures",
                        "Verhuizingen het gebied uit naar buiten de gemeente.",
                        "Moves out of the area to outside the municipality.");
        flow("internal-arrivals", Unit.MOVES, window -> during(Measure.INTERNAL_ARRIVALS, window), null, BRP)
                .text(
                        "Binnengemeentelijke vestigingen",
                        "Internal arrivals",
                        "Verhuizingen het gebied in van elders in de gemeente.",
                        "Moves into the area from elsewhere in the municipality.");
        flow("internal-departures", Unit.MOVES, window -> during(Measure.INTERNAL_DEPARTURES, window), null, BRP)
                .text(
                        "Binnengemeentelijke vertrekken",
                        "Internal departures",
                        "Verhuizingen het gebied uit naar elders in de gemeente.",
                        "Moves out of the area to elsewhere in the municipality.");
        flow("births", Unit.PERSONS, window -> during(Measure.BIRTHS, window), null, BRP)
                .text("Geboorten", "Births", "Geboorten van inwoners.", "Births of residents.");
        flow("deaths", Unit.PERSONS, window -> during(Measure.DEATHS, window), null, BRP)
                .text("Sterfte", "Deaths", "Overlijdens van inwoners.", "Deaths of residents.");
        flow(
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
        flow(
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
        flow(
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
        flow(
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

    private void dwellings() {
        Quantity all = sum(Measure.DWELLINGS.dimensions().stream()
                .map(tenure -> on(Measure.DWELLINGS, tenure))
                .toArray(Quantity[]::new));
        stock("dwellings", Unit.DWELLINGS, all, null, DWELLING_REGISTER)
                .text(
                        "Woningen",
                        "Dwellings",
                        "Geregistreerde woningen, ook leegstaande.",
                        "Registered dwellings, empty ones too.");
        for (Tenure tenure : Tenure.values()) {
            Text name = nameOf(tenure);
            stock(
                            "dwellings." + tenure.code() + ".share",
                            Unit.SHARE,
                            on(Measure.DWELLINGS, tenure.code()),
                            all,
                            DWELLING_REGISTER)
                    .text(
                            "Aandeel woningen: " + name.nl(),
                            "Share of dwellings: " + name.en(),
                            "Deel van de geregistreerde woningen met eigendom: " + name.nl() + ".",
                            "Part of the registered dwellings with tenure: " + name.en() + ".");
        }
        stock(
                        "dwellings.woz-value.mean",
                        Unit.EUR,
                        on(Measure.DWELLINGS_WOZ_VALUE),
                        on(Measure.DWELLINGS_VALUED),
                        DWELLING_REGISTER)
                .text(
                        "Gemiddelde WOZ-waarde",
                        "Mean WOZ value",
                        "Gemiddelde van de bekende WOZ-waarden, in euro.",
                        "Mean of the known WOZ values, in EUR.");
    }

    private static Text nameOf(Tenure tenure) {
        return switch (tenure) {
            case HOUSING_CORPORATION -> new Text("woningcorporatie", "housing corporation");
            case PRIVATE_RENTAL -> new Text("particuliere huur", "private rental");
            case OWNER_OCCUPIED -> new Text("koop", "owner-occupied");
            case UNKNOWN -> new Text("onbekend", "unknown");
        };
    }

    private void retention() {
        for (Window window : List.of(Window.TEN_YEARS, Window.FIVE_YEARS, Window.ONE_YEAR)) {
            String span = window.code().replace("y", "");
            stock(
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
        stock(
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

    private void benefits(BenefitGroup group) {
        String s = group.code();
        Text name = group.label();
        stock(s + ".recipients", Unit.PERSONS, of(group, Measure.RECIPIENTS), null, BRP_AND_BENEFITS)
                .text(
                        "Ontvangers: " + name.nl(),
                        "Recipients: " + name.en(),
                        "Inwoners met een lopende uitkering (" + name.nl() + ").",
                        "Residents with a running benefit (" + name.en() + ").");
        stock(
                        s + ".recipients.share",
                        Unit.SHARE,
                        of(group, Measure.ADULT_RECIPIENTS),
                        on(Measure.ADULTS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel ontvangers: " + name.nl(),
                        "Share of recipients: " + name.en(),
                        "Deel van de volwassenen met een lopende uitkering (" + name.nl() + ").",
                        "Part of the adults with a running benefit (" + name.en() + ").");
        stock(s + ".minors", Unit.PERSONS, of(group, Measure.RECIPIENT_HOUSEHOLD_MINORS), null, BRP_AND_BENEFITS)
                .text(
                        "Kinderen in een huishouden met " + name.nl(),
                        "Minors in a household with " + name.en(),
                        "Inwoners jonger dan 18 in een huishouden met een ontvanger (" + name.nl() + ").",
                        "Residents under 18 in a household with a recipient (" + name.en() + ").");
        stock(
                        s + ".minors.share",
                        Unit.SHARE,
                        of(group, Measure.RECIPIENT_HOUSEHOLD_MINORS),
                        on(Measure.MINORS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel kinderen in een huishouden met " + name.nl(),
                        "Share of minors in a household with " + name.en(),
                        "Deel van de inwoners jonger dan 18 in een huishouden met een ontvanger (" + name.nl() + ").",
                        "Part of the residents under 18 in a household with a recipient (" + name.en() + ").");
        stock(s + ".households", Unit.HOUSEHOLDS, of(group, Measure.RECIPIENT_HOUSEHOLDS), null, BRP_AND_BENEFITS)
                .text(
                        "Huishoudens met " + name.nl(),
                        "Households with " + name.en(),
                        "Huishoudens met een ontvanger (" + name.nl() + ").",
                        "Households with a recipient (" + name.en() + ").");
        stock(
                        s + ".households.share",
                        Unit.SHARE,
                        of(group, Measure.RECIPIENT_HOUSEHOLDS),
                        on(Measure.HOUSEHOLDS),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel huishoudens met " + name.nl(),
                        "Share of households with " + name.en(),
                        "Deel van de huishoudens met een ontvanger (" + name.nl() + ").",
                        "Part of the households with a recipient (" + name.en() + ").");
        stock(s + ".persons", Unit.PERSONS, of(group, Measure.RECIPIENT_HOUSEHOLD_PERSONS), null, BRP_AND_BENEFITS)
                .text(
                        "Personen in een huishouden met " + name.nl(),
                        "Persons in a household with " + name.en(),
                        "Inwoners van huishoudens met een ontvanger (" + name.nl() + ").",
                        "Residents of households with a recipient (" + name.en() + ").");
        stock(
                        s + ".share-of-municipality",
                        Unit.SHARE,
                        of(group, Measure.RECIPIENTS),
                        inMunicipality(of(group, Measure.RECIPIENTS)),
                        BRP_AND_BENEFITS)
                .text(
                        "Aandeel in de ontvangers van de gemeente: " + name.nl(),
                        "Part of the municipality's recipients: " + name.en(),
                        "Deel van de ontvangers in de gemeente dat in dit gebied woont (" + name.nl() + ").",
                        "Part of the municipality's recipients who live in this area (" + name.en() + ").");
    }

    /** A stock whose dimensions are the schemes, for a group of them. */
    private static Quantity of(BenefitGroup group, Measure measure) {
        Quantity[] schemes = group.schemes().stream()
                .sorted()
                .map(scheme -> on(measure, scheme.code()))
                .toArray(Quantity[]::new);
        return schemes.length == 1 ? schemes[0] : sum(schemes).minus(on(measure, Measure.OVERLAP));
    }

    private Described stock(String id, Unit unit, Quantity numerator, @Nullable Quantity denominator, Text source) {
        return (label, meaning) -> {
            Definition definition = new Definition(
                    id, Kind.STOCK, unit, label, meaning, formula(numerator, denominator), List.of(), source);
            definitions.add(definition);
            indicators.put(id, new Indicator(id, definition, null, numerator, denominator));
        };
    }

    private Described flow(
            String id,
            Unit unit,
            Function<Window, Quantity> numerator,
            @Nullable Function<Window, Quantity> denominator,
            Text source) {
        return (label, meaning) -> {
            Quantity aYear = numerator.apply(Window.ONE_YEAR);
            Quantity ofAYear = denominator == null ? null : denominator.apply(Window.ONE_YEAR);
            Definition definition =
                    new Definition(id, Kind.FLOW, unit, label, meaning, formula(aYear, ofAYear), Window.ALL, source);
            definitions.add(definition);
            indicators.put(id, new Indicator(id, definition, Window.ONE_YEAR, aYear, ofAYear));
            for (Window window : Window.ALL) {
                String windowed = id + "." + window.code();
                indicators.put(
                        windowed,
                        new Indicator(
                                windowed,
                                definition,
                                window,
                                numerator.apply(window),
                                denominator == null ? null : denominator.apply(window)));
            }
        };
    }

    private static String formula(Quantity numerator, @Nullable Quantity denominator) {
        return denominator == null
                ? numerator.formula()
                : "(" + numerator.formula() + ") / (" + denominator.formula() + ")";
    }

    /** An indicator that still lacks its text: it stands in the catalogue only once it has one. */
    private interface Described {
        void as(Text label, Text meaning);

        default void text(String labelNl, String labelEn, String meaningNl, String meaningEn) {
            as(new Text(labelNl, labelEn), new Text(meaningNl, meaningEn));
        }
    }
}
