package nl.buurtpuls.report.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
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
 * @param suppressed whether it is withheld, all of it, to protect persons
 */
@Schema(name = "Estimate")
public record PublishedEstimate(
        PublishedNumber value,
        PublishedNumber corrected,
        PublishedNumber low,
        PublishedNumber high,
        boolean suppressed) {

    static PublishedEstimate of(Estimate estimate, Release release, long members, long persons) {
        PublishedNumber value = release.index(estimate.value(), members, persons);
        return new PublishedEstimate(
                value,
                release.index(estimate.corrected(), members, persons),
                release.index(estimate.low(), members, persons),
                release.index(estimate.high(), members, persons),
                value.isSuppressed());
    }

    /** The estimates by name, in the order of the names. */
    static <K extends Enum<K>> Map<String, PublishedEstimate> byName(
            Function<K, String> code, Map<K, PublishedEstimate> estimates) {
        Map<String, PublishedEstimate> all = new LinkedHashMap<>();
        new TreeMap<>(estimates).forEach((name, estimate) -> all.put(code.apply(name), estimate));
        return all;
    }
}
