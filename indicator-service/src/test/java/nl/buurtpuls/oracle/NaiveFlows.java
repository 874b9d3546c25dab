package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.oracle.Life.Flow;
import nl.buurtpuls.oracle.Life.Kind;
import org.jspecify.annotations.Nullable;

/** Figures that are sums over a window: one look at every flow of every life. */
final class NaiveFlows {

    static final List<String> NAMES = List.of(
            "arrivals",
            "departures",
            "internal-arrivals",
            "internal-departures",
            "births",
            "deaths",
            "turnover.rate",
            "net-migration.rate",
            "arrivals.share-of-municipality",
            "departures.share-of-municipality");

    private final String municipality;
    private final People people;
    private final Areas areas;

    NaiveFlows(String municipality, People people, Areas areas) {
        this.municipality = municipality;
        this.people = people;
        this.areas = areas;
    }

    NaiveFigure figure(String name, String area, Span span, LocalDate date) {
        LocalDate from = span.before(date);
        long in = movesIn(Kind.ARRIVAL, area, from, date);
        long out = movesOut(Kind.DEPARTURE, area, from, date);
        long internalIn = movesIn(Kind.MOVE, area, from, date);
        long internalOut = movesOut(Kind.MOVE, area, from, date);
        return switch (name) {
            case "arrivals" -> NaiveFigure.count(in);
            case "departures" -> NaiveFigure.count(out);
            case "internal-arrivals" -> NaiveFigure.count(internalIn);
            case "internal-departures" -> NaiveFigure.count(internalOut);
            case "births" -> NaiveFigure.count(movesIn(Kind.BIRTH, area, from, date));
            case "deaths" -> NaiveFigure.count(movesOut(Kind.DEATH, area, from, date));
            case "turnover.rate" ->
                NaiveFigure.ratio(in + internalIn + out + internalOut, meanPopulation(area, span, date));
            case "net-migration.rate" ->
                NaiveFigure.ratio(in + internalIn - out - internalOut, meanPopulation(area, span, date));
            case "arrivals.share-of-municipality" ->
                NaiveFigure.ratio(in, movesIn(Kind.ARRIVAL, municipality, from, date));
            case "departures.share-of-municipality" ->
                NaiveFigure.ratio(out, movesOut(Kind.DEPARTURE, municipality, from, date));
            default -> throw new IllegalArgumentException("no flow: " + name);
        };
    }

    private double meanPopulation(String area, Span span, LocalDate date) {
        return (double) people.personDays(area, span.before(date), date) / span.days(date);
    }

    /** Flows of the kind that end in the area and did not begin in it. */
    private long movesIn(Kind kind, String area, LocalDate from, LocalDate to) {
        long count = 0;
        for (Life life : people.all()) {
            for (Flow flow : life.flows()) {
                if (flow.kind() == kind
                        && isBetween(flow.day(), from, to)
                        && liesIn(flow.to(), area)
                        && !liesIn(flow.from(), area)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** Flows of the kind that begin in the area and do not end in it. */
    private long movesOut(Kind kind, String area, LocalDate from, LocalDate to) {
        long count = 0;
        for (Life life : people.all()) {
            for (Flow flow : life.flows()) {
                if (flow.kind() == kind
                        && isBetween(flow.day(), from, to)
                        && liesIn(flow.from(), area)
                        && !liesIn(flow.to(), area)) {
                    count++;
                }
            }
        }
        return count;
    }

    private boolean liesIn(@Nullable String buurt, String area) {
        return buurt != null && areas.liesIn(buurt, area);
    }

    private static boolean isBetween(LocalDate day, LocalDate from, LocalDate to) {
        return day.isAfter(from) && !day.isAfter(to);
    }
}
