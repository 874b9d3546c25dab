package nl.buurtpuls.report.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import nl.buurtpuls.report.disclosure.PublishedNumber;
import nl.buurtpuls.report.disclosure.Release;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An index and how sure it is, as they may be read.
 *
 * @param value the index of the persons as they live; {@code null} if it is undefined or withheld
 * @param corrected the value less what chance alone puts on it; may fall just below 0 where there is nothing but chance
 * @param low lower end of the 95% interval about {@code corrected}
 * @param high its upper end; all three are {@code null} where the persons are too few to tell
 */
@Schema(name = "Estimate")
public record PublishedEstimate(
        PublishedNumber value, PublishedNumber corrected, PublishedNumber low, PublishedNumber high) {

    private static final PublishedEstimate UNDEFINED = new PublishedEstimate(
            PublishedNumber.undefined(),
            PublishedNumber.undefined(),
            PublishedNumber.undefined(),
            PublishedNumber.undefined());

    static PublishedEstimate of(Estimate estimate, Release release, long members, long persons) {
        return new PublishedEstimate(
                release.index(estimate.value(), members, persons),
                release.index(estimate.corrected(), members, persons),
                release.index(estimate.low(), members, persons),
                release.index(estimate.high(), members, persons));
    }

    /** The estimates by name, all names there are in their order; those without estimate are undefined. */
    static <K extends Enum<K>> Map<String, PublishedEstimate> byName(
            K[] names, Function<K, String> code, Map<K, PublishedEstimate> estimates) {
        Map<String, PublishedEstimate> all = new LinkedHashMap<>();
        for (K name : names) {
            all.put(code.apply(name), estimates.getOrDefault(name, UNDEFINED));
        }
        return all;
    }
}
