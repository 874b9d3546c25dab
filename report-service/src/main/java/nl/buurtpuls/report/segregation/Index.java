package nl.buurtpuls.report.segregation;

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

    private final String code;

    Index(String code) {
        this.code = code;
    }

    /** The name in the answer. */
    String code() {
        return code;
    }
}
