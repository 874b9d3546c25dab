package nl.buurtpuls.report.startrapport;

import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.contract.snapshot.Point;

/** Shares of figures that have passed the gate. What is made of a suppressed figure is suppressed. */
final class Shares {

    private static final Point SUPPRESSED = new Point(null, null, null, true);

    private Shares() {}

    /** Some counts together as a part of others together; undefined if those are 0. */
    static Point share(List<Point> parts, List<Point> wholes) {
        List<Number> counted = parts.stream().map(Point::value).toList();
        List<Number> all = wholes.stream().map(Point::value).toList();
        boolean withheld = Stream.concat(parts.stream(), wholes.stream()).anyMatch(Point::suppressed);
        return withheld ? SUPPRESSED : ratio(sum(counted), sum(all));
    }

    /** The share that several shares have together: their numerators over their denominators. */
    static Point pooled(List<Point> shares) {
        return shares.stream().anyMatch(Point::suppressed)
                ? SUPPRESSED
                : ratio(
                        sum(shares.stream().map(Point::numerator).toList()),
                        sum(shares.stream().map(Point::denominator).toList()));
    }

    private static Point ratio(long part, long whole) {
        return new Point(whole == 0 ? null : Double.valueOf((double) part / whole), part, whole, false);
    }

    private static long sum(List<? extends Number> counts) {
        return counts.stream().mapToLong(Number::longValue).sum();
    }
}
