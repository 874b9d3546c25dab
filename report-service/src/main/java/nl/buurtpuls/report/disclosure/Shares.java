package nl.buurtpuls.report.disclosure;

import java.util.List;
import java.util.stream.Stream;

/** Shares of figures that have passed the gate. What is made of a suppressed figure is suppressed. */
public final class Shares {

    private Shares() {}

    /** Some counts together as a part of others together; undefined if those are 0. */
    public static PublishedPoint share(List<PublishedPoint> parts, List<PublishedPoint> wholes) {
        List<Number> counted = parts.stream().map(PublishedPoint::value).toList();
        List<Number> all = wholes.stream().map(PublishedPoint::value).toList();
        boolean withheld = Stream.concat(parts.stream(), wholes.stream()).anyMatch(PublishedPoint::isSuppressed);
        return withheld ? PublishedPoint.suppressed() : ratio(sum(counted), sum(all));
    }

    /** The share that several shares have together: their numerators over their denominators. */
    public static PublishedPoint pooled(List<PublishedPoint> shares) {
        return shares.stream().anyMatch(PublishedPoint::isSuppressed)
                ? PublishedPoint.suppressed()
                : ratio(
                        sum(shares.stream().map(PublishedPoint::numerator).toList()),
                        sum(shares.stream().map(PublishedPoint::denominator).toList()));
    }

    private static PublishedPoint ratio(long part, long whole) {
        return new PublishedPoint(whole == 0 ? null : Double.valueOf((double) part / whole), part, whole, false);
    }

    private static long sum(List<? extends Number> counts) {
        return counts.stream().mapToLong(Number::longValue).sum();
    }
}
