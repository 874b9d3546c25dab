package nl.buurtpuls.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.Tenure;

/** The ids of the indicators that the oracle knows. */
final class NaiveIds {

    private static final List<String> OTHER_STOCKS = List.of(
            "population",
            "population.adults",
            "population.minors",
            "households",
            "dwellings",
            "dwellings.woz-value.mean",
            "retention.1y",
            "retention.5y",
            "retention.10y",
            "kindergartners.not-toddlers.share");

    private static final Set<String> DERIVED =
            Set.of(NaiveConcentration.LOCATION_QUOTIENT, "dissimilarity", "isolation", "theil", "gini");

    /** How the ids of shares, rates and means end, windows left aside. */
    private static final Set<String> NOT_COUNTS =
            Set.of("share", "share-of-municipality", "rate", "mean", "retention", "hyperconcentration");

    private NaiveIds() {}

    static Collection<String> all() {
        Collection<String> ids = ofBuurt();
        for (String scheme : NaiveBenefits.SCHEMES.keySet()) {
            for (String name : NaiveConcentration.NAMES_ABOVE_BUURT) {
                ids.add(scheme + "." + name);
            }
        }
        return ids;
    }

    static Collection<String> of(String area) {
        return isBuurt(area) ? ofBuurt() : all();
    }

    private static Collection<String> ofBuurt() {
        Collection<String> ids = new TreeSet<>(OTHER_STOCKS);
        ids.addAll(NaiveIncome.NAMES);
        for (Tenure tenure : Tenure.values()) {
            ids.add("dwellings." + tenure.code() + ".share");
        }
        addFlows(NaiveFlows.NAMES, ids);
        addFlows(NaiveArrivals.NAMES, ids);
        for (String scheme : NaiveBenefits.SCHEMES.keySet()) {
            ids.add(scheme + "." + NaiveConcentration.LOCATION_QUOTIENT);
            for (String name : NaiveBenefits.NAMES) {
                ids.add(scheme + "." + name);
            }
            for (String name : NaiveSettlement.NAMES) {
                ids.add(scheme + "." + name);
            }
        }
        return ids;
    }

    private static void addFlows(List<String> names, Collection<String> ids) {
        for (String flow : names) {
            ids.add(flow);
            for (Span span : Span.values()) {
                ids.add(flow + "." + span.suffix());
            }
        }
    }

    static boolean isFlow(String id) {
        return NaiveFlows.NAMES.contains(id) || NaiveArrivals.NAMES.contains(id);
    }

    /**
     * Whether only the value of the figure is meant, and that within rounding, as its numerator and denominator may be
     * given in several ways: location quotients and indices.
     */
    static boolean isDerived(String id) {
        String name = id.substring(id.lastIndexOf('.') + 1);
        return DERIVED.contains(name);
    }

    /** Whether the figure is a plain count, so that those of several municipalities add up. */
    static boolean isCount(String id) {
        String name = id;
        for (Span span : Span.values()) {
            if (id.endsWith("." + span.suffix())) {
                name = id.substring(0, id.length() - span.suffix().length() - 1);
            }
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return !NOT_COUNTS.contains(last) && !DERIVED.contains(last);
    }

    static boolean isBuurt(String area) {
        return area.startsWith("BU");
    }
}
