package nl.buurtpuls.report.segregation;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.ledger.LedgerReader;

/** The indices of the adults of an area, as they may be read. */
@ApplicationScoped
class Segregation {

    private static final int REPLICATES = 1000;
    /** The largest municipality has some 500 buurten: up to here all intervals take a fraction of a second. */
    private static final int MANY_UNITS = 1000;
    /** So many persons leave little to chance, and fewer replicates tell as much. */
    private static final int REPLICATES_OF_MANY = 100;
    /** Each fits six tables. */
    private static final int REPLICATES_OF_CHANGE = 200;

    private static final Set<Term> TERMS = EnumSet.allOf(Term.class);
    /** In place of a group, for what is of all of them. */
    private static final String SCHEMES = "schemes";

    private final LedgerReader ledger;
    private final Terrain terrain;

    Segregation(LedgerReader ledger, Terrain terrain) {
        this.ledger = ledger;
        this.terrain = terrain;
    }

    /**
     * The indices on a date. Beyond a thousand units (a province, the country) those of the group
     * have fewer replicates, and those of all schemes have no interval.
     */
    Uni<Map<Index, PublishedEstimate>> of(Spread spread, LocalDate day, Release release) {
        return ledger.unitsIn(spread.area(), spread.unit())
                .chain(units -> release.figures(units, Adults.needs(spread.group()), day))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(figures -> indices(Adults.in(figures, spread.group()), spread, release.date(day), release));
    }

    /**
     * Why M changed between two dates: of the group and the others, and of all schemes. The intervals take the persons of
     * the two dates for different ones, so they are rather too wide.
     */
    Uni<Changes> changes(Spread spread, LocalDate from, LocalDate to, Release release) {
        return ledger.unitsIn(spread.area(), spread.unit())
                .chain(units -> Uni.combine()
                        .all()
                        .unis(
                                release.figures(units, Adults.needs(spread.group()), from),
                                release.figures(units, Adults.needs(spread.group()), to))
                        .asTuple())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(read -> changes(
                        Adults.in(read.getItem1(), spread.group()),
                        Adults.in(read.getItem2(), spread.group()),
                        spread,
                        release.date(from) + "|" + release.date(to),
                        release));
    }

    /** The terms of a change. */
    record Changes(Map<Term, PublishedEstimate> ofGroup, Map<Term, PublishedEstimate> ofSchemes) {}

    private Changes changes(Adults before, Adults after, Spread spread, String dates, Release release) {
        Bootstrap bootstrap = new Bootstrap(isMany(before.units()) ? 0 : REPLICATES_OF_CHANGE);
        Change group = Change.over(before.units(), 2);
        Map<Term, Estimate> ofGroup = bootstrap.estimates(
                List.of(
                        TwoGroupIndices.counts(before.recipients(), before.adults()),
                        TwoGroupIndices.counts(after.recipients(), after.adults())),
                dated -> group.of(dated.get(0), dated.get(1)),
                chance(spread, spread.group().code(), dates));
        Change schemes = Change.over(before.units(), Adults.GROUPS.size());
        Map<Term, Estimate> ofSchemes = bootstrap.estimates(
                List.of(before.byFirstScheme(), after.byFirstScheme()),
                dated -> schemes.of(dated.get(0), dated.get(1)),
                chance(spread, SCHEMES, dates));
        return new Changes(
                published(
                        release,
                        TERMS,
                        ofGroup,
                        Math.min(before.allRecipients(), after.allRecipients()),
                        Math.min(before.all(), after.all())),
                published(
                        release,
                        TERMS,
                        ofSchemes,
                        Math.min(before.allInAScheme(), after.allInAScheme()),
                        Math.min(before.allByFirstScheme(), after.allByFirstScheme())));
    }

    private Map<Index, PublishedEstimate> indices(Adults adults, Spread spread, LocalDate day, Release release) {
        boolean many = isMany(adults.units());
        TwoGroupIndices group = new TwoGroupIndices(Layout.of(adults.units(), terrain));
        Map<Index, Estimate> ofGroup = new Bootstrap(many ? REPLICATES_OF_MANY : REPLICATES)
                .estimates(
                        TwoGroupIndices.counts(adults.recipients(), adults.adults()),
                        group::of,
                        chance(spread, spread.group().code(), day.toString()));
        MultigroupIndices schemes = MultigroupIndices.over(adults.units(), Adults.GROUPS.size());
        Map<Index, Estimate> ofSchemes = new Bootstrap(many ? 0 : REPLICATES)
                .estimates(adults.byFirstScheme(), schemes::of, chance(spread, SCHEMES, day.toString()));
        Map<Index, PublishedEstimate> indices =
                published(release, Index.OF_GROUP, ofGroup, adults.allRecipients(), adults.all());
        indices.putAll(
                published(release, Index.OF_SCHEMES, ofSchemes, adults.allInAScheme(), adults.allByFirstScheme()));
        return indices;
    }

    /** Of the schemes it is the same whichever group is asked for beside them. */
    private static RandomGenerator chance(Spread spread, String group, String when) {
        return Bootstrap.chanceOf(spread.area(), group, spread.unit().code(), when);
    }

    private static boolean isMany(List<String> units) {
        return units.size() > MANY_UNITS;
    }

    private static <K extends Enum<K>> Map<K, PublishedEstimate> published(
            Release release, Set<K> names, Map<K, Estimate> estimates, long members, long persons) {
        Map<K, PublishedEstimate> published = new TreeMap<>();
        // Of few persons what is undefined is withheld too: that it is defined would tell of one of them.
        names.forEach(name -> published.put(
                name,
                PublishedEstimate.of(estimates.getOrDefault(name, Estimate.UNDEFINED), release, members, persons)));
        return published;
    }
}
