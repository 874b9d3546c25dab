package nl.buurtpuls.report.segregation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An index and how sure it is.
 *
 * @param value the index of the persons as they live; {@code null} if it is undefined
 * @param corrected the value less what chance alone puts on it; may fall just below 0 where there is nothing but chance
 * @param low lower end of the 95% interval about {@code corrected}
 * @param high its upper end; all three are {@code null} where the persons are too few to tell
 */
public record Estimate(
        @Nullable Double value,
        @Nullable Double corrected,
        @Nullable Double low,
        @Nullable Double high) {

    private static final Estimate UNDEFINED = new Estimate(null, null, null, null);

    /** The estimates by name, all names there are in their order; those without estimate are undefined. */
    static <K extends Enum<K>> Map<String, Estimate> byName(
            K[] names, Function<K, String> code, Map<K, Estimate> estimates) {
        Map<String, Estimate> all = new LinkedHashMap<>();
        for (K name : names) {
            all.put(code.apply(name), estimates.getOrDefault(name, UNDEFINED));
        }
        return all;
    }
}
