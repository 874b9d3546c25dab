package nl.buurtpuls.contract.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;

/**
 * What the ledger counts, per area and day. The ledger holds changes: of a stock how much it went up or down on a day,
 * of a flow how many there were on it.
 */
public enum Measure {
    POPULATION("population", Kind.STOCK),
    ADULTS("population.adults", Kind.STOCK),
    MINORS("population.minors", Kind.STOCK),
    HOUSEHOLDS("households", Kind.STOCK),

    ARRIVALS("arrivals", Kind.FLOW),
    DEPARTURES("departures", Kind.FLOW),
    INTERNAL_ARRIVALS("internal-arrivals", Kind.FLOW),
    INTERNAL_DEPARTURES("internal-departures", Kind.FLOW),
    BIRTHS("births", Kind.FLOW),
    DEATHS("deaths", Kind.FLOW),

    /** Registered dwellings, by tenure. */
    DWELLINGS("dwellings", Kind.STOCK, Dimensions.TENURES),
    /** Dwellings whose WOZ value is known. */
    DWELLINGS_VALUED("dwellings.valued", Kind.STOCK),
    /** Sum of the known WOZ values, in EUR. */
    DWELLINGS_WOZ_VALUE("dwellings.woz-value", Kind.STOCK),

    /** Residents who also lived in the area that long before. */
    RETAINED("retained", Kind.STOCK, Dimensions.RETENTION_WINDOWS),
    /** Two-dimensional: lived in the area on {@code day} and on the day that is the dimension. */
    RETENTION_STAYED("retention.stayed", Kind.PLANE),
    /** Two-dimensional: lived in the area on {@code day} and was dead on the day that is the dimension. */
    RETENTION_DIED("retention.died", Kind.PLANE),

    /** Residents aged four. */
    KINDERGARTNERS("kindergartners", Kind.STOCK),
    /** Of those, who did not live in the area on every day of the ages two and three. */
    KINDERGARTNERS_NOT_TODDLERS("kindergartners.not-toddlers", Kind.STOCK),

    /** Residents with a running benefit. */
    RECIPIENTS("recipients", Kind.STOCK, Dimensions.SCHEMES),
    ADULT_RECIPIENTS("recipients.adults", Kind.STOCK, Dimensions.SCHEMES),
    /** Households with a recipient. */
    RECIPIENT_HOUSEHOLDS("recipient-households", Kind.STOCK, Dimensions.SCHEMES),
    /** Residents of households with a recipient. */
    RECIPIENT_HOUSEHOLD_PERSONS("recipient-households.persons", Kind.STOCK, Dimensions.SCHEMES),
    RECIPIENT_HOUSEHOLD_MINORS("recipient-households.minors", Kind.STOCK, Dimensions.SCHEMES),

    /** Adults, each in one group: the first running of the schemes in their order, or none. They add up to the adults. */
    ADULTS_BY_GROUP("adults.by-group", Kind.STOCK, Dimensions.FIRST_SCHEMES);

    /** How the cells of a measure make a figure. */
    public enum Kind {
        /** The value on a date is the sum of the cells up to and with it. */
        STOCK,
        /** The value over a window is the sum of the cells in it. */
        FLOW,
        /** The value at (day, other day) is the sum of the cells up to and with both. */
        PLANE
    }

    /** The dimension of a measure that has none. */
    public static final String TOTAL = "-";

    private static final Map<String, Measure> BY_ID =
            Arrays.stream(values()).collect(Collectors.toMap(Measure::id, Function.identity()));

    private final String id;
    private final Kind kind;
    private final List<String> dimensions;

    Measure(String id, Kind kind) {
        this(id, kind, List.of(TOTAL));
    }

    Measure(String id, Kind kind, List<String> dimensions) {
        this.id = id;
        this.kind = kind;
        this.dimensions = dimensions;
    }

    /** The name in the ledger's keys. */
    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The dimensions there are, for stocks and flows. */
    public List<String> dimensions() {
        return dimensions;
    }

    public static Optional<Measure> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static final class Dimensions {
        private static final List<String> TENURES =
                Stream.of(Tenure.values()).map(Tenure::code).toList();
        private static final List<String> RETENTION_WINDOWS = Stream.of(
                        Window.ONE_YEAR, Window.FIVE_YEARS, Window.TEN_YEARS)
                .map(Window::code)
                .toList();
        private static final List<String> SCHEMES =
                Stream.of(BenefitGroup.values()).map(BenefitGroup::code).toList();
        private static final List<String> FIRST_SCHEMES = Stream.concat(
                        Stream.of(Scheme.values()).map(Scheme::code), Stream.of("none"))
                .toList();
    }
}
