package nl.buurtpuls.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import nl.buurtpuls.contract.event.Place;

/**
 * Where those who arrived came from.
 *
 * @param total arrivals
 * @param municipalities arrivals by the code of the municipality left, abolished ones and those of no table too
 * @param countries arrivals by the code of the country left
 * @param classes arrivals by distance, each class there is; they add up to the total
 */
public record NaiveOrigins(
        long total, Map<String, Long> municipalities, Map<String, Long> countries, Map<OriginClass, Long> classes) {

    static NaiveOrigins of(List<Place> origins, Function<Place, OriginClass> classOf) {
        Map<String, Long> municipalities = new TreeMap<>();
        Map<String, Long> countries = new TreeMap<>();
        Map<OriginClass, Long> classes = new TreeMap<>();
        for (OriginClass any : OriginClass.values()) {
            classes.put(any, 0L);
        }
        for (Place origin : origins) {
            if (origin.municipality() != null) {
                municipalities.merge(origin.municipality(), 1L, Long::sum);
            }
            if (origin.country() != null) {
                countries.merge(origin.country(), 1L, Long::sum);
            }
            classes.merge(classOf.apply(origin), 1L, Long::sum);
        }
        return new NaiveOrigins(origins.size(), municipalities, countries, classes);
    }
}
