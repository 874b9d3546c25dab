package nl.buurtpuls.oracle;

/** How far someone who arrives came, each place in exactly one class. */
public enum OriginClass {
    SAME_REGION("same-region"),
    /** Not in the same region. */
    SAME_PROVINCE("same-province"),
    REST_OF_COUNTRY("rest-of-country"),
    ABROAD("abroad"),
    /** Neither municipality nor country is given. */
    UNKNOWN("unknown");

    private final String code;

    OriginClass(String code) {
        this.code = code;
    }

    /** As it stands in ids and answers. */
    public String code() {
        return code;
    }
}
