package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.DwellingRegistered;
import nl.buurtpuls.contract.event.EventData.OfPerson;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.event.Tenure;
import nl.buurtpuls.oracle.NaiveIndices.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one municipality and of the areas in it, recomputed from the records under its key alone. Meant for
 * small worlds: every figure walks through all lives.
 *
 * <p>Where the text of the indicators leaves room, the most literal reading was taken:
 *
 * <ul>
 *   <li>A benefit runs on a day if it runs at the end of it; one granted and ended on one day never ran. That holds for
 *       the days from an arrival to 31 days after it too, whether or not the person still lives here.
 *   <li>Where a person came from is what their last arrival itself names, also if that is another kind of place than its
 *       type suggests, or the municipality itself, which lies in its own region.
 *   <li>The birth date, the income class and the benefits of an arrival are those known now, also of days after the date.
 *   <li>Of two income classes of one year the later in the order of facts counts; an income fact does so whether or not
 *       the person is known here, and not after death. A year without one is a year in which neither holds.
 *   <li>The tenure of a dwelling is by its name within the municipality, also if it was last registered in another buurt.
 *   <li>A buurt without adults is none where recipients are a fifth of the adults. Indices and hyperconcentration do not
 *       exist for a buurt; the location quotient does.
 *   <li>Location quotients are undefined where either share is, or the municipality's is 0.
 * </ul>
 */
public final class NaiveMunicipality {

    private static final String RETENTION = "retention";

    private final String municipality;
    private final People people;
    private final NaiveFlows flows;
    private final NaiveArrivals arrivals;
    private final NaiveBenefits benefits;
    private final NaiveSettlement settlement;
    private final NaiveConcentration concentration;
    private final NaiveIncome income;
    private final NaiveDwellings dwellings;

    /**
     * Without a table of municipalities, so that whoever comes from one comes from the rest of the country.
     *
     * @param municipality CBS code
     * @param records in any order; those under other keys are left aside
     */
    public NaiveMunicipality(String municipality, Collection<Published> records) {
        this(municipality, records, Geography.BLANK);
    }

    /**
     * @param municipality CBS code
     * @param records in any order; those under other keys are left aside
     * @param geography what is known of the municipalities that people come from
     */
    public NaiveMunicipality(String municipality, Collection<Published> records, Geography geography) {
        this(municipality, records, geography, AreaTable.shipped());
    }

    /** The same with another table of which buurt lies in which area. */
    public NaiveMunicipality(String municipality, Collection<Published> records, Geography geography, AreaTable table) {
        this.municipality = municipality;
        List<Event> own = new ArrayList<>();
        for (Published published : records) {
            if (published.key().equals(municipality)) {
                own.add(published.event());
            }
        }
        Map<String, List<OfPerson>> factsOfPerson = new LinkedHashMap<>();
        List<DwellingRegistered> registrations = new ArrayList<>();
        for (Event event : Facts.thatCount(municipality, own)) {
            if (event.data() instanceof OfPerson fact) {
                factsOfPerson
                        .computeIfAbsent(fact.person(), any -> new ArrayList<>())
                        .add(fact);
            } else if (event.data() instanceof DwellingRegistered registration) {
                registrations.add(registration);
            }
        }
        List<Life> lives = new ArrayList<>();
        for (List<OfPerson> facts : factsOfPerson.values()) {
            lives.add(new Life(municipality, facts));
        }
        Areas areas = new Areas(table);
        people = new People(lives, areas);
        flows = new NaiveFlows(municipality, people, areas);
        arrivals = new NaiveArrivals(municipality, people, areas, geography);
        dwellings = new NaiveDwellings(registrations, areas);
        benefits = new NaiveBenefits(municipality, people, dwellings);
        settlement = new NaiveSettlement(municipality, people, geography, dwellings);
        concentration = new NaiveConcentration(municipality, people);
        income = new NaiveIncome(people);
    }

    /** Every id there is, flows both with each window and without. */
    public static Collection<String> indicators() {
        return NaiveIds.all();
    }

    /** Every id that {@link #figure} answers for an area: for a buurt, none of those that are about its buurten. */
    public static Collection<String> indicators(String area) {
        return NaiveIds.of(area);
    }

    /**
     * Whether only the value of this figure is to be compared, and that within rounding: location quotients and indices,
     * whose numerator and denominator can be given in several ways. All other figures are the same to the last unit.
     */
    public static boolean isDerived(String indicator) {
        return NaiveIds.isDerived(indicator);
    }

    /**
     * One figure of an area at or below the level of this municipality; zeros for an area in which nothing is.
     *
     * @throws IllegalArgumentException for an id that is not among {@link #indicators(String)} of the area
     */
    public NaiveFigure figure(String area, String indicator, LocalDate date) {
        for (Span span : Span.values()) {
            String ending = "." + span.suffix();
            if (indicator.endsWith(ending)) {
                String name = indicator.substring(0, indicator.length() - ending.length());
                if (name.equals(RETENTION) && span != Span.DAYS_30) {
                    Retention retention = retention(area, span.before(date), date);
                    return NaiveFigure.ratio(retention.stayed(), retention.residents());
                }
                return flow(area, name, span, date);
            }
        }
        if (NaiveIds.isFlow(indicator)) {
            return flow(area, indicator, Span.YEAR_1, date);
        }
        if (NaiveIncome.NAMES.contains(indicator)) {
            return income.figure(indicator, area, date);
        }
        for (Tenure tenure : Tenure.values()) {
            if (indicator.equals("dwellings." + tenure.code() + ".share")) {
                return dwellings.share(tenure, area, date);
            }
        }
        for (var scheme : NaiveBenefits.SCHEMES.entrySet()) {
            if (indicator.startsWith(scheme.getKey() + ".")) {
                String name = indicator.substring(scheme.getKey().length() + 1);
                return ofScheme(scheme.getValue(), area, name, date);
            }
        }
        return switch (indicator) {
            case "population" -> NaiveFigure.count(people.residents(area, date).size());
            case "population.adults" ->
                NaiveFigure.count(people.adults(area, date).size());
            case "population.minors" ->
                NaiveFigure.count(people.minors(area, date).size());
            case "households" ->
                NaiveFigure.count(
                        people.households(people.residents(area, date), date).size());
            case "dwellings" -> dwellings.count(area, date);
            case "dwellings.woz-value.mean" -> dwellings.meanWozValue(area, date);
            case "kindergartners.not-toddlers.share" -> kindergartnersThatWereNoToddlersHere(area, date);
            default -> throw new IllegalArgumentException("no indicator: " + indicator);
        };
    }

    private NaiveFigure flow(String area, String name, Span span, LocalDate date) {
        return NaiveArrivals.NAMES.contains(name)
                ? arrivals.figure(name, area, span, date)
                : flows.figure(name, area, span, date);
    }

    private NaiveFigure ofScheme(Predicate<Set<Scheme>> scheme, String area, String name, LocalDate date) {
        if (NaiveSettlement.NAMES.contains(name)) {
            return settlement.figure(scheme, name, area, date);
        }
        if (NaiveConcentration.LOCATION_QUOTIENT.equals(name)) {
            return concentration.figure(scheme, name, area, date);
        }
        if (NaiveConcentration.NAMES_ABOVE_BUURT.contains(name)) {
            if (NaiveIds.isBuurt(area)) {
                throw new IllegalArgumentException("not at the level of buurten: " + name);
            }
            return concentration.figure(scheme, name, area, date);
        }
        return benefits.figure(scheme, name, area, date);
    }

    /**
     * Where those came from who arrived in an area after {@code from}, up to and with {@code to}.
     *
     * @param of {@code arrivals}, {@code adult-arrivals}, or {@code social-assistance}: the adults among them who had
     *     it on arrival
     * @throws IllegalArgumentException for any other
     */
    public NaiveOrigins origins(String area, LocalDate from, LocalDate to, String of) {
        return arrivals.origins(of, area, from, to);
    }

    /** The adults of an area by the one group that each is in, every group there is: {@code adults.by-group}. */
    public Map<NaiveGroup, Integer> adultsByGroup(String area, LocalDate date) {
        Map<NaiveGroup, Integer> adults = new EnumMap<>(NaiveGroup.class);
        for (NaiveGroup group : NaiveGroup.values()) {
            adults.put(group, 0);
        }
        for (Life adult : people.adults(area, date)) {
            adults.merge(NaiveGroup.of(adult.evening(date).schemes()), 1, Integer::sum);
        }
        return adults;
    }

    /** Adults with a scheme, by the first part of its ids, among the adults of each buurt of the municipality. */
    List<Unit> buurten(String scheme, LocalDate date) {
        return concentration.buurten(
                Objects.requireNonNull(NaiveBenefits.SCHEMES.get(scheme), scheme), municipality, date);
    }

    private NaiveFigure kindergartnersThatWereNoToddlersHere(String area, LocalDate date) {
        int kindergartners = 0;
        int newcomers = 0;
        for (Life life : people.residents(area, date)) {
            if (Years.completed(life.birthDate(), date) == 4) {
                kindergartners++;
                LocalDate fourth = Years.anniversary(life.birthDate(), 4);
                boolean always = true;
                for (LocalDate day = Years.anniversary(life.birthDate(), 2);
                        day.isBefore(fourth);
                        day = day.plusDays(1)) {
                    always &= people.livesIn(life, area, day);
                }
                if (!always) {
                    newcomers++;
                }
            }
        }
        return NaiveFigure.ratio(newcomers, kindergartners);
    }

    /** What became by {@code to} of those who lived in the area on {@code from}. */
    public Retention retention(String area, LocalDate from, LocalDate to) {
        int residents = 0;
        int stayed = 0;
        int died = 0;
        for (Life life : people.residents(area, from)) {
            residents++;
            if (people.livesIn(life, area, to)) {
                stayed++;
            } else if (life.isDeadOn(to)) {
                died++;
            }
        }
        return new Retention(residents, stayed, residents - stayed - died, died);
    }

    /** The first day with a resident; {@code null} if there never is one. */
    public @Nullable LocalDate dataFrom() {
        LocalDate first = null;
        for (Life life : people.all()) {
            LocalDate since = life.firstDayAsResident();
            if (since != null && (first == null || since.isBefore(first))) {
                first = since;
            }
        }
        return first;
    }
}
