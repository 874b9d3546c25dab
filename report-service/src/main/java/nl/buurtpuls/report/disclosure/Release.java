package nl.buurtpuls.report.disclosure;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.report.ledger.AreaHistory;
import nl.buurtpuls.report.ledger.LedgerFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;
import org.jspecify.annotations.Nullable;

/** What one reader may have of the ledger: the published figures, or exactly what there is. The gate gives it. */
public final class Release {

    private final LedgerReader ledger;
    private final Clock clock;
    /** {@code null}: none. */
    private final @Nullable Protection protection;

    Release(LedgerReader ledger, Clock clock, @Nullable Protection protection) {
        this.ledger = ledger;
        this.clock = clock;
        this.protection = protection;
    }

    /** Whether it is exact. */
    public boolean isExact() {
        return protection == null;
    }

    /**
     * The date whose figures are given for one that is asked for. What is published are those of the first day of each month,
     * up to this one: from day to day they would show when a single person came or went, and so would those of a day to come,
     * which are of all that is known now.
     */
    public LocalDate date(LocalDate asked) {
        if (protection == null) {
            return asked;
        }
        LocalDate today = LocalDate.now(clock);
        return (asked.isAfter(today) ? today : asked).withDayOfMonth(1);
    }

    /** The dates whose figures are given for some that are asked for, in their order, each once. */
    public List<LocalDate> dates(List<LocalDate> asked) {
        return asked.stream().map(this::date).distinct().toList();
    }

    /** The figures of areas on a date. */
    public Uni<Map<String, ReleasedFigures>> figures(Collection<String> areas, Needs needs, LocalDate date) {
        return ledger.figures(areas, needs(areas, needs), date(date)).map(figures -> {
            Map<String, ReleasedFigures> released = new LinkedHashMap<>();
            figures.forEach((area, its) -> released.put(area, released(its)));
            return released;
        });
    }

    /** An area's figures of some dates. */
    public Uni<Function<LocalDate, ReleasedFigures>> history(String area, Needs needs, List<LocalDate> dates) {
        return ledger.history(area, needs(List.of(area), needs), dates(dates)).map(this::released);
    }

    private Function<LocalDate, ReleasedFigures> released(AreaHistory history) {
        return date -> released(history.on(date(date)));
    }

    private ReleasedFigures released(LedgerFigures figures) {
        return protection == null
                ? new ReleasedFigures.Exact(figures)
                : new ReleasedFigures.Protected(protection.round(figures), protection);
    }

    private Needs needs(Collection<String> areas, Needs needs) {
        return protection == null
                ? needs
                : protection.needs(needs, areas.stream().anyMatch(protection.layout()::isSum));
    }

    /**
     * A figure that was computed elsewhere, for readers of exact figures.
     *
     * @throws IllegalStateException if this is not exact: what is published is computed from rounded counts
     */
    public PublishedPoint computed(Point point) {
        if (protection != null) {
            throw new IllegalStateException("a figure that was not computed from rounded counts is not published");
        }
        return PublishedPoint.exactly(point);
    }

    /**
     * An index of how a group lives among others, computed from {@link ReleasedFigures#count counts as they may be read}.
     *
     * @param members persons of the group, in all units together
     * @param persons all persons in those units
     */
    public PublishedNumber index(@Nullable Double index, long members, long persons) {
        if (protection != null) {
            Rules rules = protection.rules();
            long enough = rules.largestSmallCount() + rules.reach();
            if (persons < rules.smallestDenominator() || members <= enough || persons - members <= enough) {
                return PublishedNumber.suppressed();
            }
        }
        return new PublishedNumber(index, false);
    }

    /** What became, by {@code to}, of those who lived in an area on {@code from}. */
    public Uni<PublishedRetention> retention(String area, LocalDate from, LocalDate to) {
        Uni<LedgerReader.Retained> retained = ledger.retained(area, date(from), date(to));
        if (protection == null) {
            return retained.map(PublishedRetention::exactly);
        }
        Needs residents = Needs.ofQuantities(List.of(Quantity.on(Measure.POPULATION)));
        return Uni.combine()
                .all()
                .unis(retained, ledger.figures(List.of(area), needs(List.of(area), residents), date(from)))
                .asTuple()
                .map(read -> PublishedRetention.of(
                        read.getItem1(),
                        protection.round(read.getItem2().get(area)),
                        date(from).equals(date(to)),
                        protection));
    }

    /**
     * Where those came from who arrived in an area after {@code from}, up to and with {@code to}.
     *
     * @param measure a flow by origin
     * @param classOf of a code of origin, the class that it falls in
     */
    public Uni<PublishedOrigins> origins(
            String area, Measure measure, LocalDate from, LocalDate to, Function<String, String> classOf) {
        Uni<? extends Collection<String>> cells =
                protection != null && protection.layout().isSum(area)
                        ? ledger.unitsIn(area, Level.BUURT)
                        : Uni.createFrom().item(List.of(area));
        return cells.chain(areas -> ledger.byDimension(areas, measure, date(from), date(to)))
                .map(flows -> PublishedOrigins.of(flows, measure, classOf, protection));
    }
}
