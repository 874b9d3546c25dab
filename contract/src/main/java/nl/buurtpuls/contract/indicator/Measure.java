package nl.buurtpuls.contract.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.OriginClass;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;

/**
 * What the ledger counts, per area and day. The ledger holds changes: of a stock how much it went up or down on a day,
 * of a flow how many there were on it.
 *
 * <p>Stores hold measures and dimensions by their place: add at the end only.
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

    /** Recipients whose running spell has lasted two to five years. */
    RECIPIENTS_2Y_TO_5Y("recipients.2y-to-5y", Kind.STOCK, Dimensions.SCHEMES),
    RECIPIENTS_OVER_5Y("recipients.over-5y", Kind.STOCK, Dimensions.SCHEMES),
    /** Recipients since settlement, by scheme and {@link OriginClass}. */
    SETTLED_RECIPIENTS("recipients.since-settlement", Kind.STOCK, Dimensions.SCHEMES_BY_ORIGIN),
    /** Of those, who came from a municipality with a SES-WOA score above 0. */
    SETTLED_RECIPIENTS_POSITIVE_SES("recipients.since-settlement.positive-ses", Kind.STOCK, Dimensions.SCHEMES),
    /** Recipients by scheme and known tenure of their dwelling. */
    RECIPIENTS_BY_TENURE("recipients.tenure", Kind.STOCK, Dimensions.SCHEMES_BY_TENURE),
    /** Adult recipients of a scheme who are counted under an earlier one, where each adult is in one group. */
    ADULTS_COUNTED_BEFORE("recipients.adults.counted-before", Kind.STOCK, Dimensions.LATER_SCHEMES),

    ADULT_ARRIVALS("adult-arrivals", Kind.FLOW),
    ADULT_ARRIVALS_LOW_INCOME("adult-arrivals.low-income", Kind.FLOW),
    /** Adults with a benefit on arrival or within 31 days. */
    ADULT_ARRIVALS_RECIPIENTS("adult-arrivals.recipients", Kind.FLOW, Dimensions.SCHEMES_ON_ARRIVAL),
    /** Adults with social assistance so, who came from a municipality. */
    ADULT_ARRIVALS_FROM_MUNICIPALITY("adult-arrivals.social-assistance.municipality", Kind.FLOW),
    /** Of those, from one with a SES-WOA score above 0. */
    ADULT_ARRIVALS_POSITIVE_SES("adult-arrivals.social-assistance.positive-ses", Kind.FLOW),

    /** Residents whose household had a low income in the year before. */
    LOW_INCOME("low-income", Kind.STOCK),
    /** Households at no more than 120% of the social minimum in the year before. */
    MINIMUM_HOUSEHOLDS("social-minimum-120.households", Kind.STOCK),
    /** Households with a member who was so in each of the four years before. */
    LONG_TERM_MINIMUM_HOUSEHOLDS("social-minimum-120.long-term.households", Kind.STOCK),

    /** Arrivals by the code of the municipality or country of origin, or {@code unknown}. */
    ARRIVALS_BY_ORIGIN("arrivals.by-origin", Kind.OPEN_FLOW),
    ADULT_ARRIVALS_BY_ORIGIN("adult-arrivals.by-origin", Kind.OPEN_FLOW),
    /** Adult arrivals with social assistance on arrival or within 31 days. */
    RECIPIENT_ARRIVALS_BY_ORIGIN("adult-arrivals.social-assistance.by-origin", Kind.OPEN_FLOW),

    /** Recipients since settlement by scheme, known tenure of their dwelling and whether they came from outside the province. */
    SETTLED_RECIPIENTS_BY_TENURE(
            "recipients.since-settlement.tenure", Kind.STOCK, Dimensions.SCHEMES_BY_TENURE_AND_ORIGIN);

    /** How the cells of a measure make a figure. */
    public enum Kind {
        /** The value on a date is the sum of the cells up to and with it. */
        STOCK,
        /** The value over a window is the sum of the cells in it. */
        FLOW,
        /** The value at (day, other day) is the sum of the cells up to and with both. */
        PLANE,
        /** A flow whose dimensions are not known beforehand. */
        OPEN_FLOW;

        /** Whether any text may be the dimension. */
        public boolean isOpen() {
            return this == PLANE || this == OPEN_FLOW;
        }
    }

    /** The dimension of a measure that has none. */
    public static final String TOTAL = "-";

    /**
     * Where schemes are the dimension: what their sum counts more than once. The sum less the overlap is the figure of
     * any scheme; for who has one scheme alone, which is nearly everybody, there is none.
     */
    public static final String OVERLAP = "overlap";

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

    /** Whether the counts of municipalities add up to that of all together: who left one for another is not counted so. */
    public boolean addsUp() {
        return this != RETAINED && this != KINDERGARTNERS_NOT_TODDLERS;
    }

    public static Optional<Measure> of(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** Classes of origin where only those from outside the province are told from all others. */
    public static List<String> outsideProvinceOrNot() {
        return Dimensions.OUTSIDE_PROVINCE_OR_NOT;
    }

    private static final class Dimensions {
        private static final List<String> OUTSIDE_PROVINCE_OR_NOT = List.of("outside-province", "other");
        private static final List<String> TENURES =
                Stream.of(Tenure.values()).map(Tenure::code).toList();
        private static final List<String> RETENTION_WINDOWS = Stream.of(
                        Window.ONE_YEAR, Window.FIVE_YEARS, Window.TEN_YEARS)
                .map(Window::code)
                .toList();
        private static final List<String> SCHEMES = Stream.concat(
                        Stream.of(Scheme.values()).map(Scheme::code), Stream.of(OVERLAP))
                .toList();
        private static final List<String> LATER_SCHEMES =
                Stream.of(Scheme.values()).skip(1).map(Scheme::code).toList();
        private static final List<String> SCHEMES_ON_ARRIVAL =
                List.of(Scheme.SOCIAL_ASSISTANCE.code(), Scheme.DISABILITY.code());
        private static final List<String> SCHEMES_BY_ORIGIN =
                by(Stream.of(OriginClass.values()).map(OriginClass::code).toList());
        private static final List<String> SCHEMES_BY_TENURE =
                by(Tenure.KNOWN.stream().map(Tenure::code).toList());

        private static final List<String> SCHEMES_BY_TENURE_AND_ORIGIN = by(Tenure.KNOWN.stream()
                .flatMap(tenure -> OUTSIDE_PROVINCE_OR_NOT.stream().map(origin -> tenure.code() + ":" + origin))
                .toList());

        private static List<String> by(List<String> classes) {
            return SCHEMES.stream()
                    .flatMap(scheme -> classes.stream().map(other -> scheme + ":" + other))
                    .toList();
        }
    }
}
