package nl.buurtpuls.ingest.event;

import static nl.buurtpuls.ingest.event.Rule.Standard.BUURTPULS;
import static nl.buurtpuls.ingest.event.Rule.Standard.HTTP_BINDING;
import static nl.buurtpuls.ingest.event.Rule.Standard.JSON;
import static nl.buurtpuls.ingest.event.Rule.Standard.JSON_FORMAT;
import static nl.buurtpuls.ingest.event.Rule.Standard.NL_GOV;

/** The rules that an event must keep, as named in errors and listed in the OpenAPI document. */
public enum Rule {
    MALFORMED_JSON("malformed-json", "The text is JSON, one value, no name twice in an object", JSON),
    NOT_UTF_8("not-utf-8", "The text is UTF-8", JSON),
    NOT_AN_OBJECT("not-an-object", "An event is a JSON object", JSON_FORMAT),
    NOT_AN_ARRAY("not-an-array", "A batch is a JSON array", JSON_FORMAT),
    REQUIRED("required", "A field that must be there is there", BUURTPULS),
    WRONG_JSON_TYPE("wrong-json-type", "A field has the JSON type of the contract", BUURTPULS),
    EMPTY("empty", "A string is not empty", NL_GOV),
    TOO_LONG("too-long", "An event has at most 256 KiB; a string is no longer than its field allows", BUURTPULS),
    UNPAIRED_SURROGATE("unpaired-surrogate", "A string is made of whole characters", NL_GOV),
    SPECVERSION("specversion", "specversion is 1.0", NL_GOV),
    SOURCE_NOT_URN("source-not-urn", "source is a URN", NL_GOV),
    UNKNOWN_TYPE("unknown-type", "type is one of the contract", BUURTPULS),
    TIME_NOT_RFC_3339("time-not-rfc-3339", "time is a moment that exists, as RFC 3339 writes it", NL_GOV),
    ATTRIBUTE_NAME("attribute-name", "The name of a context attribute has only a to z and 0 to 9", NL_GOV),
    DUPLICATE_ATTRIBUTE("duplicate-attribute", "A context attribute stands in one header", HTTP_BINDING),
    FORBIDDEN_CHARACTER("forbidden-character", "A context attribute has no control characters", NL_GOV),
    NOT_A_URI("not-a-uri", "dataschema is an absolute URI, dataref a URI reference", NL_GOV),
    SEQUENCE("sequence", "sequence is an integer of 32 bits where sequencetype is Integer", NL_GOV),
    DATA_TWICE("data-twice", "data and data_base64 do not stand together", JSON_FORMAT),
    DATA_CONTENT_TYPE("datacontenttype", "datacontenttype is application/json", BUURTPULS),
    BSN_IN_ATTRIBUTE("bsn-in-attribute", "No BSN stands in a context attribute", BUURTPULS),
    BSN_ELEVEN_TEST("bsn-eleven-test", "A BSN is nine digits that pass the eleven test", BUURTPULS),
    BSN_AND_ID("bsn-and-id", "A person is named by a bsn or an id, not both", BUURTPULS),
    PERSON_ID("person-id", "A person's id is 1 to 64 of A-Z, a-z, 0-9, _ and -", BUURTPULS),
    PERSON_OR_DWELLING("person-or-dwelling", "A retraction names a person or a dwelling, one of the two", BUURTPULS),
    MUNICIPALITY_CODE("municipality-code", "A municipality is a CBS code, GM and four digits", BUURTPULS),
    FORBIDDEN_MUNICIPALITY(
            "forbidden-municipality", "An event is for a municipality that the sender's token speaks for", BUURTPULS),
    UNKNOWN_BUURT("unknown-buurt", "A buurt lies in the municipality", BUURTPULS),
    NOT_A_DATE("not-a-date", "A date is one of the calendar, in ISO form", BUURTPULS),
    TOO_FAR_AHEAD(
            "too-far-ahead", "effectiveDate is at most 31 days after the day of time in Europe/Amsterdam", BUURTPULS),
    MUNICIPALITY_AND_COUNTRY("municipality-and-country", "A place is a municipality or a country, not both", BUURTPULS),
    COUNTRY_CODE("country-code", "A country is an ISO 3166-1 alpha-2 code, abolished ones too", BUURTPULS),
    OWN_MUNICIPALITY("own-municipality", "A move between municipalities leaves another one than it enters", BUURTPULS),
    NOT_ONE_OF("not-one-of", "A value is one that the contract lists", BUURTPULS),
    OUT_OF_RANGE("out-of-range", "A number, and the year of a date, is within its bounds", BUURTPULS),
    NOT_FIRST_OF_JANUARY("not-first-of-january", "An income class holds from 1 January of its year", BUURTPULS);

    /** Where a rule comes from. */
    public enum Standard {
        JSON("RFC 8259"),
        JSON_FORMAT("CloudEvents 1.0, JSON event format"),
        HTTP_BINDING("CloudEvents 1.0, HTTP protocol binding"),
        NL_GOV("NL GOV profile for CloudEvents 1.1"),
        BUURTPULS("Buurtpuls");

        private final String title;

        Standard(String title) {
            this.title = title;
        }

        /** Its name, as it is cited. */
        public String title() {
            return title;
        }
    }

    private final String code;
    private final String title;
    private final Standard standard;

    Rule(String code, String title, Standard standard) {
        this.code = code;
        this.title = title;
        this.standard = standard;
    }

    /** Stable name. */
    public String code() {
        return code;
    }

    /** What holds when the rule is kept. */
    public String title() {
        return title;
    }

    /** What asks for it. */
    public Standard standard() {
        return standard;
    }
}
