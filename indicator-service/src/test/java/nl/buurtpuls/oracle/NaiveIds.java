package nl.buurtpuls.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtpuls.contract.event.Tenure;

/** The ids of the indicators that the oracle knows. */
final class NaiveIds {

    private static final String KINDERGARTNERS = "kindergartners.not-toddlers.share";

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
            KINDERGARTNERS);

    private static final Set<String> INDICES = Set.of("dissimilarity", "isolation", "theil", "gini");

    /** How the ids of shares and means end whose parts add up over municipalities, windows left aside. */
    private static final Set<String> RATIOS_OF_SUMS = Set.of("share", "mean", "hyperconcentration");

    /** How the ids of the other figures that are no counts end. */
    private static final Set<String> NEITHER =
            Set.of("share-of-municipality", "rate", "retention", NaiveConcentration.LOCATION_QUOTIENT);

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
        return isIndex(id) || id.endsWith("." + NaiveConcentration.LOCATION_QUOTIENT);
    }

    static boolean isIndex(String id) {
        return INDICES.contains(ending(id));
    }

    /** Whether the figure is a plain count, so that those of several municipalities add up. */
    static boolean isCount(String id) {
        String ending = ending(id);
        return !INDICES.contains(ending) && !RATIOS_OF_SUMS.contains(ending) && !NEITHER.contains(ending);
    }

    /** Whether numerators and denominators of several municipalities add up to those of the whole. */
    static boolean isRatioOfSums(String id) {
        return RATIOS_OF_SUMS.contains(ending(id)) && !id.equals(KINDERGARTNERS);
    }

    /** The last part of an id, its window left aside. */
    private static String ending(String id) {
        String name = id;
        for (Span span : Span.values()) {
            if (id.endsWith("." + span.suffix())) {
                name = id.substring(0, id.length() - span.suffix().length() - 1);
            }
        }
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static boolean isBuurt(String area) {
        return area.startsWith("BU");
    }
}
