package nl.buurtpuls.report.map;

import java.util.Collection;
import java.util.Map;

/**
 * Outlines from one source. A map is drawn from one, never from two: a square among real boundaries would mislead.
 *
 * @param source kind of source: {@code tile-grid}, {@code file} or {@code pdok}
 * @param attribution whom to name under the map
 * @param byCode by CBS code
 */
record Outlines(String source, String attribution, Map<String, Outline> byCode) {

    boolean isEmpty() {
        return byCode.isEmpty();
    }

    boolean hasAnyOf(Collection<String> codes) {
        return codes.stream().anyMatch(byCode::containsKey);
    }
}
