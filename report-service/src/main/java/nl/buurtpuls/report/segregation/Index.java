package nl.buurtpuls.report.segregation;

import java.util.EnumSet;
import java.util.Set;

/** The indices that are told, in this order. */
enum Index {
    DISSIMILARITY("dissimilarity"),
    GINI("gini"),
    THEIL("theil"),
    ISOLATION("isolation"),
    INTERACTION("interaction"),
    ETA2("eta2"),
    ATKINSON("atkinson"),
    DELTA("delta"),
    ADJUSTED_DISSIMILARITY("adjustedDissimilarity"),
    MUTUAL_INFORMATION("mutualInformation"),
    MULTIGROUP_THEIL("multigroupTheil"),
    MULTIGROUP_DISSIMILARITY("multigroupDissimilarity"),
    BETWEEN("between"),
    WITHIN("within");

    /** Those of a group among all persons. */
    static final Set<Index> OF_GROUP = EnumSet.range(DISSIMILARITY, ADJUSTED_DISSIMILARITY);
    /** Those of all schemes at once. */
    static final Set<Index> OF_SCHEMES = EnumSet.complementOf(EnumSet.copyOf(OF_GROUP));

    private final String code;

    Index(String code) {
        this.code = code;
    }

    /** The name in the answer. */
    String code() {
        return code;
    }
}
