package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;
import org.jspecify.annotations.Nullable;

/**
 * Reads what areas were on each day, and says what rules make of it. Published figures are those of the first of the month,
 * so a rule on them moves from month to month, or when the past is corrected; one on exact figures from day to day.
 */
@ApplicationScoped
class Judge {

    private static final Indicator POPULATION = Catalogue.find("population").orElseThrow();

    private final LedgerReader ledger;
    private final Gate gate;

    Judge(LedgerReader ledger, Gate gate) {
        this.ledger = ledger;
        this.gate = gate;
    }

    /** Days, of which those without data are left out. */
    record Span(LocalDate first, LocalDate last) {

        private static final int YEARS = 20;

        /** All history. */
        static Span upTo(LocalDate last) {
            return new Span(LocalDate.MIN, last);
        }

        /** As far back as an alert of a day hangs on. */
        static Span before(LocalDate last) {
            return new Span(last.minusYears(YEARS), last);
        }
    }

    /**
     * What a rule makes of an area.
     *
     * @param value what the rule holds against its line on the last day, to be told; {@code null} if there is none, and of a
     *     rule on exact figures always: what decides goes nowhere
     */
    record Judgement(AlertTimeline timeline, @Nullable Double value) {}

    /**
     * What rules that look at one area make of it; rank rules do not.
     *
     * @param span the days that are looked at
     */
    Uni<Map<AlertRule, Judgement>> of(String area, Collection<AlertRule> rules, Span span) {
        Map<AlertRule, Judgement> judgements = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(rules.stream()
                        .collect(Collectors.partitioningBy(AlertRule::exact))
                        .values())
                .onItem()
                .transformToUniAndConcatenate(alike -> of(area, alike, span, judgements))
                .collect()
                .asList()
                .replaceWith(judgements);
    }

    private Uni<Void> of(String area, List<AlertRule> rules, Span span, Map<AlertRule, Judgement> judgements) {
        if (rules.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Indicator> indicators =
                rules.stream().map(AlertRule::indicator).collect(Collectors.toCollection(LinkedHashSet::new));
        return days(area, indicators, rules.get(0).exact(), span)
                .invoke(days -> rules.forEach(rule -> judgements.put(rule, judge(rule, days))))
                .replaceWithVoid();
    }

    private static Judgement judge(AlertRule rule, Map<Indicator, DayValues> days) {
        if (days.isEmpty()) {
            return new Judgement(AlertTimeline.EMPTY, null);
        }
        DayValues values = days.get(rule.indicator());
        return judge(
                rule,
                rule.condition() instanceof Condition.Change change ? values.changesOver(change.over()) : values,
                days.get(POPULATION));
    }

    private static Judgement judge(AlertRule rule, DayValues values, DayValues residents) {
        double last = values.days() == 0 ? Double.NaN : values.values()[values.days() - 1];
        return new Judgement(
                AlertTimeline.of(rule.condition(), rule.holdFor(), rule.minimumPopulation(), values, residents),
                Double.isNaN(last) || rule.exact() ? null : last);
    }

    /** What a rank rule makes of the areas that it holds for. */
    Uni<Map<String, Judgement>> ofRanks(AlertRule rule, Condition.Rank rank, Collection<String> areas, Span span) {
        Map<String, DayValues> values = new LinkedHashMap<>();
        Map<String, DayValues> residents = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(areas)
                .onItem()
                .transformToUniAndConcatenate(area -> days(area, Set.of(rule.indicator()), rule.exact(), span)
                        .invoke(days -> {
                            if (!days.isEmpty()) {
                                values.put(area, days.get(rule.indicator()));
                                residents.put(area, days.get(POPULATION));
                            }
                        }))
                .collect()
                .asList()
                .map(read -> {
                    LocalDate first = values.values().stream()
                            .map(DayValues::first)
                            .min(Comparator.naturalOrder())
                            .orElse(LocalDate.EPOCH);
                    values.replaceAll((area, its) -> its.from(first));
                    residents.replaceAll((area, its) -> its.from(first));
                    Map<String, Judgement> judgements = new LinkedHashMap<>();
                    Ranks.of(values, residents, rank.worstIs(), rule.minimumPopulation())
                            .forEach((area, ranks) -> judgements.put(area, judge(rule, ranks, residents.get(area))));
                    return judgements;
                });
    }

    /** Indicators of an area, and its residents, on each day since there are data; nothing while there are none. */
    private Uni<Map<Indicator, DayValues>> days(String area, Set<Indicator> indicators, boolean exact, Span span) {
        return ledger.dataFrom(area)
                .chain(from -> from.filter(day -> !day.isAfter(span.last()))
                        .map(day -> read(area, indicators, exact, latest(day, span.first()), span.last()))
                        .orElseGet(() -> Uni.createFrom().item(Map.of())));
    }

    private Uni<Map<Indicator, DayValues>> read(
            String area, Set<Indicator> indicators, boolean exact, LocalDate first, LocalDate today) {
        Set<Indicator> all = new LinkedHashSet<>(indicators);
        all.add(POPULATION);
        Release release = exact ? gate.withinTheService() : gate.published();
        List<LocalDate> days = first.datesUntil(today.plusDays(1)).toList();
        return release.history(area, Needs.of(all), days)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(history -> all.stream()
                        .collect(Collectors.toMap(
                                indicator -> indicator, indicator -> values(indicator, release, history, days))));
    }

    /** Of days that have the figures of one and the same date, these are computed once. */
    private static DayValues values(
            Indicator indicator, Release release, Function<LocalDate, ReleasedFigures> history, List<LocalDate> days) {
        double[] values = new double[days.size()];
        LocalDate before = null;
        for (int place = 0; place < values.length; place++) {
            LocalDate date = release.date(days.get(place));
            values[place] = date.equals(before)
                    ? values[place - 1]
                    : number(history.apply(date).read(indicator).value());
            before = date;
        }
        return new DayValues(days.get(0), values);
    }

    private static double number(@Nullable Number value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
