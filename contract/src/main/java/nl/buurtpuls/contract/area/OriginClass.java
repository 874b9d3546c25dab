package nl.buurtpuls.contract.area;

/** How far away the place lies that someone came from, seen from the municipality where they arrived. */
public enum OriginClass {
    /** In the nearest region of the municipality. */
    SAME_REGION("same-region"),
    /** In its province, but not in its nearest region. */
    SAME_PROVINCE("same-province"),
    /** In any other municipality, abolished and unknown ones too. */
    REST_OF_COUNTRY("rest-of-country"),
    ABROAD("abroad"),
    UNKNOWN("unknown");

    private final String code;

    OriginClass(String code) {
        this.code = code;
    }

    /** As it stands in indicator ids and answers. */
    public String code() {
        return code;
    }
}
