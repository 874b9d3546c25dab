package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.oracle.Life.Flow;
import nl.buurtpuls.oracle.Life.Kind;

/** Who arrives from outside the municipality, and where they come from. Who arrives twice is two arrivals. */
final class NaiveArrivals {

    static final List<String> NAMES = List.of(
            "adult-arrivals",
            "adult-arrivals.low-income",
            "adult-arrivals.low-income.share",
            "adult-arrivals.social-assistance",
            "adult-arrivals.social-assistance.share",
            "adult-arrivals.disability",
            "adult-arrivals.disability.share",
            "adult-arrivals.social-assistance.from.positive-ses.share");

    /** A benefit that began at most so many days after the arrival ran on arrival. */
    private static final int DAYS_TO_COUNT_AS_ON_ARRIVAL = 31;

    private static final Predicate<Set<Scheme>> SOCIAL_ASSISTANCE =
            running -> running.contains(Scheme.SOCIAL_ASSISTANCE);
    private static final Predicate<Set<Scheme>> DISABILITY = running -> running.contains(Scheme.DISABILITY);

    private final String municipality;
    private final People people;
    private final Areas areas;
    private final Geography geography;

    NaiveArrivals(String municipality, People people, Areas areas, Geography geography) {
        this.municipality = municipality;
        this.people = people;
        this.areas = areas;
        this.geography = geography;
    }

    private record Arrival(Life who, LocalDate day, Place origin) {}

    NaiveFigure figure(String name, String area, Span span, LocalDate date) {
        List<Arrival> adults = adults(arrivals(area, span.before(date), date));
        int all = adults.size();
        return switch (name) {
            case "adult-arrivals" -> NaiveFigure.count(all);
            case "adult-arrivals.low-income" -> NaiveFigure.count(withLowIncome(adults));
            case "adult-arrivals.low-income.share" -> NaiveFigure.ratio(withLowIncome(adults), all);
            case "adult-arrivals.social-assistance" ->
                NaiveFigure.count(with(SOCIAL_ASSISTANCE, adults).size());
            case "adult-arrivals.social-assistance.share" ->
                NaiveFigure.ratio(with(SOCIAL_ASSISTANCE, adults).size(), all);
            case "adult-arrivals.disability" ->
                NaiveFigure.count(with(DISABILITY, adults).size());
            case "adult-arrivals.disability.share" ->
                NaiveFigure.ratio(with(DISABILITY, adults).size(), all);
            case "adult-arrivals.social-assistance.from.positive-ses.share" ->
                shareFromPositiveSes(with(SOCIAL_ASSISTANCE, adults));
            default -> throw new IllegalArgumentException("no flow: " + name);
        };
    }

    /**
     * @param of {@code arrivals}, {@code adult-arrivals}, or {@code social-assistance}: adults with it on arrival
     */
    NaiveOrigins origins(String of, String area, LocalDate from, LocalDate to) {
        List<Arrival> all = arrivals(area, from, to);
        List<Arrival> asked = switch (of) {
            case "arrivals" -> all;
            case "adult-arrivals" -> adults(all);
            case "social-assistance" -> with(SOCIAL_ASSISTANCE, adults(all));
            default -> throw new IllegalArgumentException("no origins of: " + of);
        };
        List<Place> places = asked.stream().map(Arrival::origin).toList();
        return NaiveOrigins.of(places, origin -> geography.originClass(municipality, origin));
    }

    /** After {@code from}, up to and with {@code to}. */
    private List<Arrival> arrivals(String area, LocalDate from, LocalDate to) {
        List<Arrival> found = new ArrayList<>();
        for (Life life : people.all()) {
            for (Flow flow : life.flows()) {
                if (flow.kind() == Kind.ARRIVAL
                        && flow.day().isAfter(from)
                        && !flow.day().isAfter(to)
                        && areas.liesIn(Objects.requireNonNull(flow.to()), area)) {
                    found.add(new Arrival(life, flow.day(), Objects.requireNonNull(flow.origin())));
                }
            }
        }
        return found;
    }

    private static List<Arrival> adults(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> Years.isAdult(arrival.who().birthDate(), arrival.day()))
                .toList();
    }

    private static int withLowIncome(List<Arrival> arrivals) {
        int count = 0;
        for (Arrival arrival : arrivals) {
            if (arrival.who().hasLowIncome(arrival.day().getYear())) {
                count++;
            }
        }
        return count;
    }

    private static List<Arrival> with(Predicate<Set<Scheme>> scheme, List<Arrival> arrivals) {
        List<Arrival> found = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            LocalDate last = arrival.day().plusDays(DAYS_TO_COUNT_AS_ON_ARRIVAL);
            if (arrival.who().runsBetween(arrival.day(), last, scheme)) {
                found.add(arrival);
            }
        }
        return found;
    }

    private NaiveFigure shareFromPositiveSes(List<Arrival> arrivals) {
        int fromMunicipality = 0;
        int positive = 0;
        for (Arrival arrival : arrivals) {
            fromMunicipality += arrival.origin().municipality() == null ? 0 : 1;
            positive += geography.isPositive(arrival.origin()) ? 1 : 0;
        }
        return NaiveFigure.ratio(positive, fromMunicipality);
    }
}
