package nl.buurtpuls.report.startrapport;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Text;

/** The chapters of the report, with the figures and the published figures of each. */
enum Chapter {
    SUMMARY(
            new Text("Samenvatting", "Summary"),
            List.of(),
            "population",
            "arrivals.10y",
            "retention.10y",
            "social-assistance.recipients",
            "social-assistance.minors.share",
            "social-assistance.since-settlement.share"),
    COUNTRY(
            new Text("Armoede in Nederland", "Poverty in the country"),
            List.of("social-minimum-120", "ses-woa", "social-assistance")),
    AREA(
            new Text("De inwoners en hun woningen", "The residents and their dwellings"),
            List.of(),
            "population",
            "part:population",
            "population.adults",
            "part:population.adults",
            "population.minors",
            "households",
            "part:households",
            "low-income.share",
            "social-minimum-120.households.share",
            "social-minimum-120.long-term.households.share",
            "dwellings",
            "dwellings.housing-corporation.share",
            "dwellings.private-rental.share",
            "dwellings.owner-occupied.share",
            "dwellings.woz-value.mean"),
    BENEFITS(
            new Text("Bijstand", "Social assistance"),
            List.of(),
            "social-assistance.recipients",
            "social-assistance.recipients.share",
            "social-assistance.share-of-municipality",
            "social-assistance.households",
            "social-assistance.households.share",
            "social-assistance.persons",
            "social-assistance.minors",
            "social-assistance.minors.share",
            "any.minors.share",
            "disability.recipients.share",
            "social-assistance.since-settlement",
            "social-assistance.since-settlement.share",
            "social-assistance.since-settlement.from.same-region.share",
            "social-assistance.since-settlement.from.same-province.share",
            Reading.FromOutside.ID,
            "social-assistance.since-settlement.from.positive-ses.share",
            "social-assistance.tenure.housing-corporation.share",
            "social-assistance.tenure.private-rental.share",
            "social-assistance.tenure.owner-occupied.share",
            "social-assistance.location-quotient",
            "social-assistance.hyperconcentration",
            "social-assistance.dissimilarity"),
    MOVES(
            new Text("Verhuizingen", "Moves"),
            List.of(),
            "arrivals.10y",
            "arrivals.share-of-municipality.10y",
            "departures.10y",
            "departures.share-of-municipality.10y",
            "internal-arrivals.10y",
            "internal-departures.10y",
            "births.10y",
            "deaths.10y",
            "turnover.rate.10y",
            "net-migration.rate.10y",
            "retained:residents",
            "retained:stayed",
            "retained:died",
            "retained:moved",
            "retention.10y",
            "kindergartners.not-toddlers.share"),
    ARRIVALS(
            new Text("Wie er komen wonen", "Who comes to live here"),
            List.of("nplv"),
            "adult-arrivals",
            "adult-arrivals.low-income",
            "adult-arrivals.low-income.share",
            "adult-arrivals.social-assistance",
            "adult-arrivals.social-assistance.share",
            "adult-arrivals.disability",
            "adult-arrivals.disability.share",
            "adult-arrivals.social-assistance.from.positive-ses.share"),
    CONSEQUENCES(
            new Text("Gevolgen", "Consequences"),
            List.of("educational-delay-risk", "special-secondary-education", "police", "trust", "suspects"));

    /** What is one or nothing in a municipality as a whole. */
    private static final Set<String> WITHIN_MUNICIPALITY = Set.of(
            "social-assistance.share-of-municipality",
            "social-assistance.location-quotient",
            "arrivals.share-of-municipality.10y",
            "departures.share-of-municipality.10y",
            "internal-arrivals.10y",
            "internal-departures.10y");

    private final Text title;
    private final List<String> published;
    private final List<Reading> readings;

    Chapter(Text title, List<String> published, String... figures) {
        this.title = title;
        this.published = published;
        this.readings = Stream.of(figures).map(Reading::named).toList();
    }

    /** As in links to it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Text title() {
        return title;
    }

    /** Its figures of areas of a level. */
    List<Reading> readings(Level level) {
        Predicate<Reading> meansSomething = reading -> level != Level.MUNICIPALITY
                || !(reading instanceof Reading.PartOfMunicipality || WITHIN_MUNICIPALITY.contains(reading.id()));
        return readings.stream().filter(meansSomething).toList();
    }

    /** The chapter where a published figure stands: what no other takes, in that of the area. */
    static Chapter ofPublished(String indicator) {
        return Stream.of(values())
                .filter(chapter -> chapter.published.stream().anyMatch(indicator::startsWith))
                .findFirst()
                .orElse(AREA);
    }

    /** The figures that are set beside those of the areas around. */
    static List<Reading> compared() {
        return Stream.of(
                        "population",
                        "social-assistance.recipients.share",
                        "social-assistance.households.share",
                        "social-assistance.minors.share",
                        "social-assistance.duration.over-5y.share",
                        "social-assistance.since-settlement.share",
                        "low-income.share",
                        "social-minimum-120.long-term.households.share",
                        "adult-arrivals.low-income.share",
                        "adult-arrivals.social-assistance.share",
                        "turnover.rate.10y",
                        "retention.10y")
                .map(Reading::named)
                .toList();
    }
}
