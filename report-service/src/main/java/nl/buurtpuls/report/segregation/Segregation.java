package nl.buurtpuls.report.segregation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.report.area.Areas;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.ledger.LedgerReader;
import org.jspecify.annotations.Nullable;

/** The indices of the adults of an area, as they may be read. */
@ApplicationScoped
class Segregation {

    private static final int REPLICATES = 1000;
    /** The largest municipality has some 500 buurten: up to here all intervals take a fraction of a second. */
    private static final int MANY_UNITS = 1000;
    /** So many persons leave little to chance, and fewer replicates tell as much. */
    private static final int REPLICATES_OF_MANY = 100;

    private final Areas areas;
    private final LedgerReader ledger;
    private final Terrain terrain;
    private final Gate gate;

    Segregation(Areas areas, LedgerReader ledger, Terrain terrain, Gate gate) {
        this.areas = areas;
        this.ledger = ledger;
        this.terrain = terrain;
        this.gate = gate;
    }

    /**
     * All indices on a date, those that are undefined or withheld too. Beyond a thousand units (a province, the country)
     * those of the group have fewer replicates, and those of all schemes have no interval.
     */
    Uni<Map<Index, Estimate>> of(Spread spread, LocalDate day) {
        return ledger.figures(spread.units(areas), Adults.needs(spread.group()), day)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(figures -> published(Adults.in(figures, spread.group()), spread, day));
    }

    private Map<Index, Estimate> published(Adults adults, Spread spread, LocalDate day) {
        Map<Index, Estimate> published = new EnumMap<>(Index.class);
        for (Index index : Index.values()) {
            published.put(index, Estimate.UNDEFINED);
        }
        ofGroup(adults, spread, day)
                .forEach((index, estimate) ->
                        published.put(index, published(estimate, adults.allRecipients(), adults.all())));
        ofSchemes(adults, spread, day)
                .forEach((index, estimate) ->
                        published.put(index, published(estimate, adults.allInAScheme(), adults.allByFirstScheme())));
        return published;
    }

    private Map<Index, Estimate> ofGroup(Adults adults, Spread spread, LocalDate day) {
        TwoGroups group = new TwoGroups(Layout.of(adults.units(), terrain));
        return new Bootstrap(isMany(adults.units()) ? REPLICATES_OF_MANY : REPLICATES)
                .estimates(
                        TwoGroups.counts(adults.recipients(), adults.adults()),
                        group::of,
                        Bootstrap.chanceOf(
                                spread.area(),
                                spread.group().code(),
                                spread.unit().code(),
                                day.toString()));
    }

    /** The same whichever group is asked for beside them. */
    private static Map<Index, Estimate> ofSchemes(Adults adults, Spread spread, LocalDate day) {
        ManyGroups schemes = ManyGroups.over(adults.units(), Adults.GROUPS.size());
        return new Bootstrap(isMany(adults.units()) ? 0 : REPLICATES)
                .estimates(
                        adults.byFirstScheme(),
                        schemes::of,
                        Bootstrap.chanceOf(
                                spread.area(), "schemes", spread.unit().code(), day.toString()));
    }

    private static boolean isMany(List<String> units) {
        return units.size() > MANY_UNITS;
    }

    private Estimate published(Estimate estimate, long members, long persons) {
        return new Estimate(
                published(estimate.value(), members, persons),
                published(estimate.corrected(), members, persons),
                published(estimate.low(), members, persons),
                published(estimate.high(), members, persons));
    }

    private @Nullable Double published(@Nullable Double index, long members, long persons) {
        return gate.publish(index, members, persons);
    }
}
