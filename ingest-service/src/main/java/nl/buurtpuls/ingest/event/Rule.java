package nl.buurtpuls.ingest.event;

/** The rules that an event must keep, as named in errors and listed in the OpenAPI document. */
public enum Rule {
    MALFORMED_JSON("malformed-json", "The text is JSON, one value, no name twice in an object"),
    NOT_UTF_8("not-utf-8", "The text is UTF-8"),
    NOT_AN_OBJECT("not-an-object", "An event is a JSON object"),
    NOT_AN_ARRAY("not-an-array", "A batch is a JSON array"),
    REQUIRED("required", "A field that must be there is there"),
    WRONG_JSON_TYPE("wrong-json-type", "A field has the JSON type of the contract"),
    EMPTY("empty", "A string is not empty"),
    TOO_LONG("too-long", "An event has at most 256 KiB; a string is no longer than its field allows"),
    UNPAIRED_SURROGATE("unpaired-surrogate", "A string is made of whole characters"),
    SPECVERSION("specversion", "specversion is 1.0"),
    SOURCE_NOT_URN("source-not-urn", "source is a URN"),
    UNKNOWN_TYPE("unknown-type", "type is one of the contract"),
    TIME_NOT_RFC_3339("time-not-rfc-3339", "time is a moment that exists, as RFC 3339 writes it"),
    DATA_CONTENT_TYPE("datacontenttype", "datacontenttype is application/json"),
    BSN_IN_ATTRIBUTE("bsn-in-attribute", "No BSN stands in a context attribute"),
    BSN_ELEVEN_TEST("bsn-eleven-test", "A BSN is nine digits that pass the eleven test"),
    BSN_AND_ID("bsn-and-id", "A person is named by a bsn or an id, not both"),
    PERSON_ID("person-id", "A person's id is 1 to 64 of A-Z, a-z, 0-9, _ and -"),
    PERSON_OR_DWELLING("person-or-dwelling", "A retraction names a person or a dwelling, one of the two"),
    MUNICIPALITY_CODE("municipality-code", "A municipality is a CBS code, GM and four digits"),
    UNKNOWN_BUURT("unknown-buurt", "A buurt lies in the municipality"),
    NOT_A_DATE("not-a-date", "A date is one of the calendar, in ISO form"),
    TOO_FAR_AHEAD("too-far-ahead", "effectiveDate is at most 31 days after the day of time in Europe/Amsterdam"),
    MUNICIPALITY_AND_COUNTRY("municipality-and-country", "A place is a municipality or a country, not both"),
    COUNTRY_CODE("country-code", "A country is an ISO 3166-1 alpha-2 code"),
    OWN_MUNICIPALITY("own-municipality", "A move between municipalities leaves another one than it enters"),
    NOT_ONE_OF("not-one-of", "A value is one that the contract lists"),
    OUT_OF_RANGE("out-of-range", "A number is within its bounds"),
    NOT_FIRST_OF_JANUARY("not-first-of-january", "An income class holds from 1 January of its year");

    private final String code;
    private final String title;

    Rule(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** What holds when the rule is kept. */
    public String title() {
        return title;
    }
}
