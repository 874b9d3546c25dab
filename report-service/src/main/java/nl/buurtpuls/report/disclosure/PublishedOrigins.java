package nl.buurtpuls.report.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.LedgerReader.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Where people came from.
 *
 * @param total of all origins
 * @param classes by class of distance; one that nobody came from may be missing
 * @param byCode by code of origin, the most first; of what is published those alone that are not withheld, for that an
 *     origin is named would tell that somebody came from there
 */
public record PublishedOrigins(
        PublishedNumber total, Map<String, PublishedNumber> classes, Map<String, PublishedNumber> byCode) {

    /** A rounded number and between what the truth lies. */
    private record Rounded(long count, Bounds bounds) {
        static final Rounded NONE = new Rounded(0, Bounds.NOTHING);

        Rounded plus(Rounded other) {
            return new Rounded(count + other.count, bounds.plus(other.bounds));
        }

        Rounded minus(Rounded other) {
            return new Rounded(count - other.count, bounds.minus(other.bounds));
        }
    }

    /** Which count of which area: all, those of a class, those of a code. */
    private record Cell(String area, String name) {}

    private static final String ALL = "all";

    static PublishedOrigins of(
            List<Flow> flows, Measure measure, Function<String, String> classOf, @Nullable Protection protection) {
        Map<String, Rounded> totals = summed(flows, flow -> ALL, measure, protection);
        Map<String, Rounded> classes = summed(flows, flow -> classOf.apply(flow.dimension()), measure, protection);
        Map<String, Rounded> codes = summed(flows, Flow::dimension, measure, protection);
        Rounded total = totals.getOrDefault(ALL, Rounded.NONE);
        if (protection != null) {
            // What is left, so that it does not follow from the others in two ways.
            String unknown = OriginClass.UNKNOWN.code();
            Rounded known = classes.entrySet().stream()
                    .filter(entry -> !entry.getKey().equals(unknown))
                    .map(Map.Entry::getValue)
                    .reduce(Rounded.NONE, Rounded::plus);
            classes.put(unknown, total.minus(known));
        }
        Map<String, PublishedNumber> byClass = new LinkedHashMap<>();
        for (OriginClass each : OriginClass.values()) {
            byClass.put(each.code(), shown(classes.getOrDefault(each.code(), Rounded.NONE), protection));
        }
        Map<String, PublishedNumber> byCode = new LinkedHashMap<>();
        codes.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Rounded> entry) ->
                                entry.getValue().count())
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> {
                    PublishedNumber count = shown(entry.getValue(), protection);
                    if (!count.isSuppressed() && entry.getValue().count() != 0) {
                        byCode.put(entry.getKey(), count);
                    }
                });
        return new PublishedOrigins(shown(total, protection), byClass, byCode);
    }

    private static Map<String, Rounded> summed(
            List<Flow> flows, Function<Flow, String> name, Measure measure, @Nullable Protection protection) {
        Map<Cell, long[]> sums = new HashMap<>();
        for (Flow flow : flows) {
            long[] ends = sums.computeIfAbsent(new Cell(flow.area(), name.apply(flow)), any -> new long[2]);
            ends[0] += flow.before();
            ends[1] += flow.upTo();
        }
        Map<String, Rounded> byName = new HashMap<>();
        sums.forEach((cell, ends) ->
                byName.merge(cell.name(), rounded(cell, ends[0], ends[1], measure, protection), Rounded::plus));
        return byName;
    }

    private static Rounded rounded(
            Cell cell, long before, long upTo, Measure measure, @Nullable Protection protection) {
        if (protection == null) {
            return new Rounded(upTo - before, Bounds.NOTHING);
        }
        Rounding rounding = protection.rounding();
        long count;
        if (cell.name().equals(ALL)) {
            // The same cell as of the indicator.
            Series series = ofAll(measure);
            count = rounding.round(upTo, cell.area(), series) - rounding.round(before, cell.area(), series);
        } else {
            String name = measure.id() + "|" + cell.name();
            count = rounding.round(upTo, cell.area(), name) - rounding.round(before, cell.area(), name);
        }
        return new Rounded(count, Bounds.ofRounded(count, protection.rules().reach()));
    }

    private static Series ofAll(Measure measure) {
        return switch (measure) {
            case ARRIVALS_BY_ORIGIN -> Series.of(Measure.ARRIVALS);
            case ADULT_ARRIVALS_BY_ORIGIN -> Series.of(Measure.ADULT_ARRIVALS);
            case RECIPIENT_ARRIVALS_BY_ORIGIN ->
                Series.of(Measure.ADULT_ARRIVALS_RECIPIENTS, Scheme.SOCIAL_ASSISTANCE.code());
            default -> throw new IllegalArgumentException(measure.id() + " is no flow by origin");
        };
    }

    private static PublishedNumber shown(Rounded rounded, @Nullable Protection protection) {
        return protection == null
                        || rounded.bounds().lowest() > protection.rules().largestSmallCount()
                ? new PublishedNumber(rounded.count(), false)
                : PublishedNumber.suppressed();
    }
}
