package nl.buurtpuls.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.area.SesWoa;
import nl.buurtpuls.contract.event.Place;
import org.jspecify.annotations.Nullable;

/**
 * What the oracle must be told about the municipalities of the country.
 *
 * @param regions codes of the regions that a municipality lies in, the nearest first; none for a code that is unknown
 * @param province code of its province; {@code null} for a code that is unknown
 * @param sesWoa its SES-WOA score; {@code null} without one
 */
public record Geography(
        Function<String, List<String>> regions,
        Function<String, @Nullable String> province,
        Function<String, @Nullable Double> sesWoa) {

    /** Every municipality is one of the rest of the country, and none has a score. */
    public static final Geography BLANK = new Geography(code -> List.of(), code -> null, code -> null);

    /** By an area table: the parents of its municipalities, and their scores. */
    public static Geography of(AreaTable table) {
        return new Geography(
                code -> parents(table, code, Level.REGION),
                code -> parents(table, code, Level.PROVINCE).stream()
                        .findFirst()
                        .orElse(null),
                code -> table.publishedSesWoa(code).map(SesWoa::score).orElse(null));
    }

    /** Those of a level, the smallest first. */
    private static List<String> parents(AreaTable table, String code, Level level) {
        List<String> found = new ArrayList<>();
        table.find(code).ifPresent(area -> {
            for (String parent : area.parents()) {
                if (table.find(parent).filter(above -> above.level() == level).isPresent()) {
                    found.add(parent);
                }
            }
        });
        return found;
    }

    /**
     * How far a place is from the municipality where one arrives. Only the nearest region of that municipality counts:
     * what lies in a wider one alone is no same region. A code that the table lacks is in the country.
     */
    OriginClass originClass(String municipality, Place origin) {
        if (origin.country() != null) {
            return OriginClass.ABROAD;
        }
        String left = origin.municipality();
        if (left == null) {
            return OriginClass.UNKNOWN;
        }
        List<String> around = regions.apply(municipality);
        if (!around.isEmpty() && regions.apply(left).contains(around.get(0))) {
            return OriginClass.SAME_REGION;
        }
        String provinceOfLeft = province.apply(left);
        if (provinceOfLeft != null && provinceOfLeft.equals(province.apply(municipality))) {
            return OriginClass.SAME_PROVINCE;
        }
        return OriginClass.REST_OF_COUNTRY;
    }

    /** Whether a place is a municipality with a score above 0. */
    boolean isPositive(Place origin) {
        if (origin.municipality() == null) {
            return false;
        }
        Double score = sesWoa.apply(origin.municipality());
        return score != null && score > 0;
    }
}
