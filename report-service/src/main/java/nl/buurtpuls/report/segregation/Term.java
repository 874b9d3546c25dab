package nl.buurtpuls.report.segregation;

/** Parts of a change of mutual information between two dates, in the order that they are told. */
enum Term {
    /** M on the first date. */
    BEFORE("before"),
    /** M on the second. */
    AFTER("after"),
    /** After − before: between + within, and the sum of the five terms from additions to structural. */
    CHANGE("change"),
    /** Change of M between the wijken. */
    BETWEEN("between"),
    /** Change of M within the wijken. */
    WITHIN("within"),
    /** By units and groups that have persons on the second date only. */
    ADDITIONS("additions"),
    /** By units and groups that have persons on the first date only. */
    REMOVALS("removals"),
    /** By groups that grew or shrank. */
    GROUP_MARGINAL("groupMarginal"),
    /** By units that grew or shrank. */
    UNIT_MARGINAL("unitMarginal"),
    /** By who lives where, at equal sizes: the change of segregation proper. */
    STRUCTURAL("structural");

    private final String code;

    Term(String code) {
        this.code = code;
    }

    /** The name in the answer. */
    String code() {
        return code;
    }
}
