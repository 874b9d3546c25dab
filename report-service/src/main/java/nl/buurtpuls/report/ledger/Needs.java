package nl.buurtpuls.report.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.indicator.Series;

/** Which series figures are made of, and where they are to be read. */
public final class Needs {

    private final Map<Scope, Set<Series>> series = new EnumMap<>(Scope.class);

    private Needs() {
        Arrays.stream(Scope.values()).forEach(scope -> series.put(scope, new LinkedHashSet<>()));
    }

    /** What some indicators need. */
    public static Needs of(Iterable<Indicator> indicators) {
        Needs needs = new Needs();
        indicators.forEach(indicator -> indicator.formula().eachSeries(needs::add));
        return needs;
    }

    /** What some quantities need. */
    public static Needs ofQuantities(Collection<Quantity> quantities) {
        Needs needs = new Needs();
        quantities.forEach(quantity -> quantity.eachSeries(needs::add));
        return needs;
    }

    private void add(Scope scope, Series line) {
        series.get(scope).add(line);
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
