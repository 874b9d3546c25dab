package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.indicator.Series;

/** Which series figures are made of, where they are to be read, and up to which days before the date of the figures. */
public final class Needs {

    private final Map<Scope, Set<Series>> series = new EnumMap<>(Scope.class);
    private final Set<Anchor> anchors = EnumSet.noneOf(Anchor.class);

    private Needs() {
        Arrays.stream(Scope.values()).forEach(scope -> series.put(scope, new LinkedHashSet<>()));
    }

    /** What some indicators need. */
    public static Needs of(Iterable<Indicator> indicators) {
        Needs needs = new Needs();
        indicators.forEach(indicator -> indicator.formula().eachSum(needs::add));
        return needs;
    }

    /** What some quantities need. */
    public static Needs ofQuantities(Collection<Quantity> quantities) {
        Needs needs = new Needs();
        quantities.forEach(quantity -> quantity.eachSum(needs::add));
        return needs;
    }

    /** The same, and of some series others beside, in the same places. */
    public Needs and(Function<Series, Collection<Series>> beside) {
        return copied((scope, line) -> {
            Set<Series> all = new LinkedHashSet<>(Set.of(line));
            all.addAll(beside.apply(line));
            return Map.of(scope, all);
        });
    }

    /** The same, and what is needed of an area in each of its buurten too. */
    public Needs andInBuurten() {
        return copied((scope, line) -> scope == Scope.AREA
                ? Map.of(Scope.AREA, Set.of(line), Scope.BUURTEN, Set.of(line))
                : Map.of(scope, Set.of(line)));
    }

    private Needs copied(BiFunction<Scope, Series, Map<Scope, Set<Series>>> each) {
        Needs copy = new Needs();
        copy.anchors.addAll(anchors);
        series.forEach((scope, lines) -> lines.forEach(line ->
                each.apply(scope, line).forEach((at, all) -> copy.series.get(at).addAll(all))));
        return copy;
    }

    private void add(Scope scope, Series line, Anchor anchor) {
        series.get(scope).add(line);
        anchors.add(anchor);
    }

    /** The days up to which sums are needed for figures of the dates, in order. */
    SortedSet<Integer> days(Collection<LocalDate> dates) {
        SortedSet<Integer> days = new TreeSet<>();
        dates.forEach(date -> anchors.forEach(
                anchor -> days.add(Math.toIntExact(anchor.day(date).toEpochDay()))));
        return days;
    }

    Set<Series> in(Scope scope) {
        return series.get(scope);
    }

    /** The series that are read in the area or in its municipality. */
    Set<Series> inAreaOrMunicipality() {
        Set<Series> both = new LinkedHashSet<>(in(Scope.AREA));
        both.addAll(in(Scope.MUNICIPALITY));
        return both;
    }
}
