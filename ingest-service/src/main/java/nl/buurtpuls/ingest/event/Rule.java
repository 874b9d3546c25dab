package nl.buurtpuls.ingest.event;

/** The rules that an event must keep, as named in errors. */
public enum Rule {
    MALFORMED_JSON("malformed-json"),
    NOT_UTF_8("not-utf-8"),
    NOT_AN_OBJECT("not-an-object"),
    NOT_AN_ARRAY("not-an-array"),
    REQUIRED("required"),
    WRONG_JSON_TYPE("wrong-json-type"),
    EMPTY("empty"),
    TOO_LONG("too-long"),
    SPECVERSION("specversion"),
    SOURCE_NOT_URN("source-not-urn"),
    UNKNOWN_TYPE("unknown-type"),
    TIME_NOT_RFC_3339("time-not-rfc-3339"),
    DATA_CONTENT_TYPE("datacontenttype"),
    BSN_IN_ATTRIBUTE("bsn-in-attribute"),
    BSN_ELEVEN_TEST("bsn-eleven-test"),
    BSN_AND_ID("bsn-and-id"),
    PERSON_ID("person-id"),
    PERSON_OR_DWELLING("person-or-dwelling"),
    MUNICIPALITY_CODE("municipality-code"),
    UNKNOWN_BUURT("unknown-buurt"),
    NOT_A_DATE("not-a-date"),
    TOO_FAR_AHEAD("too-far-ahead"),
    MUNICIPALITY_AND_COUNTRY("municipality-and-country"),
    COUNTRY_CODE("country-code"),
    OWN_MUNICIPALITY("own-municipality"),
    NOT_ONE_OF("not-one-of"),
    OUT_OF_RANGE("out-of-range"),
    NOT_FIRST_OF_JANUARY("not-first-of-january");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /** Stable name. */
    public String code() {
        return code;
    }
}
