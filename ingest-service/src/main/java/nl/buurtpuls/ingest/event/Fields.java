package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.event.EventSchemas;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.ingest.person.Bsn;
import nl.buurtpuls.ingest.person.Pseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object. What breaks a rule is noted with its pointer and read as {@code null}, so that one
 * reading finds everything that is wrong.
 */
public final class Fields {

    static final int FIRST_YEAR = 1;
    /** Figures are kept of years of four digits, and birthdays and anniversaries follow from a day. */
    static final int LAST_YEAR = 8999;

    private static final int LONGEST_NAME = 256;
    private static final Pattern PERSON_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Set<String> COUNTRIES = Set.copyOf(EventSchemas.countries());

    private final JsonNode object;
    private final String pointer;
    private final Errors errors;

    /**
     * @param pointer of the object, in what was sent
     * @param errors where to note what is wrong
     */
    public Fields(JsonNode object, String pointer, Errors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Notes that a field breaks a rule. */
    void wrong(String field, Rule rule, String detail) {
        errors.add(pointer + "/" + field, rule, detail);
    }

    boolean has(String field) {
        return object.has(field);
    }

    private JsonNode required(String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            wrong(field, Rule.REQUIRED, "The field is required.");
            return MissingNode.getInstance();
        }
        return value;
    }

    @Nullable
    String text(String field) {
        return text(field, LONGEST_NAME);
    }

    @Nullable
    String text(String field, int longest) {
        JsonNode value = required(field);
        return value.isMissingNode() ? null : textOf(field, value, longest);
    }

    /** What a sender calls something; should a BSN stand in it, a pseudonym takes its place. */
    @Nullable
    String name(String field, Pseudonyms pseudonyms) {
        String name = text(field);
        return name == null ? null : pseudonyms.ofName(name);
    }

    /** The same of what may be absent. */
    @Nullable
    String optionalName(String field, int longest, Pseudonyms pseudonyms) {
        String name = object.has(field) ? textOf(field, object.get(field), longest) : null;
        return name == null ? null : pseudonyms.ofName(name);
    }

    private @Nullable String textOf(String field, JsonNode value, int longest) {
        if (!value.isTextual()) {
            wrong(field, Rule.WRONG_JSON_TYPE, "Expected a string, got " + kind(value) + ".");
            return null;
        }
        String text = value.textValue();
        if (text.isBlank()) {
            wrong(field, Rule.EMPTY, "The string must not be empty.");
            return null;
        }
        if (hasUnpairedSurrogate(text)) {
            wrong(field, Rule.UNPAIRED_SURROGATE, "Half of a surrogate pair is no character.");
            return null;
        }
        if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
            int length = text.codePointCount(0, text.length());
            wrong(field, Rule.TOO_LONG, "At most " + longest + " characters, got " + length + ".");
            return null;
        }
        return text;
    }

    /** Escapes in JSON can say it; no UTF-8 can, and two texts that differ in it would become one. */
    static boolean hasUnpairedSurrogate(String text) {
        // By hand: every text of every event comes by here, and a stream of its characters costs more than all else.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    @Nullable
    Fields object(String field) {
        JsonNode value = required(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isObject()) {
            wrong(field, Rule.WRONG_JSON_TYPE, "Expected an object, got " + kind(value) + ".");
            return null;
        }
        return new Fields(value, pointer + "/" + field, errors);
    }

    @Nullable
    Boolean bool(String field) {
        JsonNode value = required(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isBoolean()) {
            wrong(field, Rule.WRONG_JSON_TYPE, "Expected true or false, got " + kind(value) + ".");
            return null;
        }
        return value.booleanValue();
    }

    /** A whole number between bounds, both included. */
    @Nullable
    Long whole(String field, long least, long most) {
        JsonNode value = required(field);
        if (value.isMissingNode()) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            wrong(field, Rule.WRONG_JSON_TYPE, "Expected a whole number, got " + kind(value) + ".");
            return null;
        }
        if (!value.canConvertToLong() || value.longValue() < least || value.longValue() > most) {
            wrong(field, Rule.OUT_OF_RANGE, "Expected a number from " + least + " to " + most + ".");
            return null;
        }
        return value.longValue();
    }

    @Nullable
    LocalDate date(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = IsoDigits.date(text);
            if (date != null) {
                return isInRange(field, date) ? date : null;
            }
        } catch (DateTimeException e) {
            // Falls to the error below: no calendar has this day.
        }
        wrong(field, Rule.NOT_A_DATE, "Expected a date that exists, as 2024-02-29, got " + Errors.quote(text) + ".");
        return null;
    }

    @Nullable
    PartialDate birthDate() {
        String text = text("birthDate");
        if (text == null) {
            return null;
        }
        try {
            PartialDate date = PartialDate.parse(text);
            return isInRange("birthDate", date.day()) ? date : null;
        } catch (DateTimeException e) {
            wrong(
                    "birthDate",
                    Rule.NOT_A_DATE,
                    "Expected a date that exists, as 1987-05-12, 1987-05 or 1987, got " + Errors.quote(text) + ".");
            return null;
        }
    }

    private boolean isInRange(String field, LocalDate date) {
        int year = date.getYear();
        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
            return true;
        }
        wrong(
                field,
                Rule.OUT_OF_RANGE,
                "Expected a year from " + FIRST_YEAR + " to " + LAST_YEAR + ", got " + year + ".");
        return false;
    }

    <E> @Nullable E oneOf(String field, E[] values, Function<E, String> code) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        for (E value : values) {
            if (code.apply(value).equals(text)) {
                return value;
            }
        }
        String known = Arrays.stream(values).map(code).collect(Collectors.joining(", "));
        wrong(field, Rule.NOT_ONE_OF, "Expected one of " + known + ", got " + Errors.quote(text) + ".");
        return null;
    }

    /** The CBS code of a municipality. */
    public @Nullable String municipality(String field) {
        String code = text(field);
        if (code != null && !AreaTable.isMunicipalityCode(code)) {
            wrong(field, Rule.MUNICIPALITY_CODE, "Expected a CBS code as GM0917, got " + Errors.quote(code) + ".");
            return null;
        }
        return code;
    }

    @Nullable
    String buurt(String field, @Nullable String municipality, AreaTable areas) {
        String code = text(field);
        if (code != null && municipality != null && !areas.accepts(municipality, code)) {
            wrong(
                    field,
                    Rule.UNKNOWN_BUURT,
                    "Expected the CBS code of a buurt in " + municipality + ", got " + Errors.quote(code) + ".");
            return null;
        }
        return code;
    }

    @Nullable
    Residence residence(@Nullable String municipality, AreaTable areas, Pseudonyms pseudonyms) {
        Fields residence = object("residence");
        if (residence == null) {
            return null;
        }
        String buurt = residence.buurt("buurt", municipality, areas);
        String household = residence.name("household", pseudonyms);
        String dwelling = residence.optionalName("dwelling", LONGEST_NAME, pseudonyms);
        return buurt == null || household == null ? null : new Residence(buurt, household, dwelling);
    }

    /** A place that must be there, though it may be empty: unknown. */
    @Nullable
    Place place(String field) {
        Fields place = object(field);
        if (place == null) {
            return null;
        }
        if (place.has("municipality") && place.has("country")) {
            wrong(field, Rule.MUNICIPALITY_AND_COUNTRY, "Give a municipality or a country, not both.");
            return null;
        }
        if (place.has("municipality")) {
            String code = place.municipality("municipality");
            return code == null ? null : Place.municipality(code);
        }
        if (place.has("country")) {
            String code = place.text("country");
            if (code != null && !COUNTRIES.contains(code)) {
                place.wrong(
                        "country",
                        Rule.COUNTRY_CODE,
                        "Expected an ISO 3166-1 alpha-2 code as DE, or a former one as AN, got " + Errors.quote(code)
                                + ".");
                return null;
            }
            return code == null ? null : Place.country(code);
        }
        return Place.UNKNOWN;
    }

    @Nullable
    Place optionalPlace(String field) {
        if (object.path(field).isNull()) {
            wrong(field, Rule.WRONG_JSON_TYPE, "Expected an object, or no such field, got null.");
            return null;
        }
        return has(field) ? place(field) : null;
    }

    /** The pseudonym of {@code person}; a BSN is turned into one here and goes no further. */
    public @Nullable String person(Pseudonyms pseudonyms) {
        Fields person = object("person");
        if (person == null) {
            return null;
        }
        if (person.has("bsn") && person.has("id")) {
            wrong("person", Rule.BSN_AND_ID, "Give a bsn or an id, not both.");
            return null;
        }
        if (person.has("bsn")) {
            String bsn = person.text("bsn");
            if (bsn != null && !Bsn.isValid(bsn)) {
                person.wrong("bsn", Rule.BSN_ELEVEN_TEST, "Expected nine digits that pass the eleven test.");
                return null;
            }
            return bsn == null ? null : pseudonyms.of(bsn);
        }
        String id = person.text("id");
        if (id != null && !PERSON_ID.matcher(id).matches()) {
            person.wrong("id", Rule.PERSON_ID, "Expected 1 to 64 of A-Z, a-z, 0-9, _ and -.");
            return null;
        }
        if (id == null) {
            return null;
        }
        // A sender whose id is the BSN speaks of the same person as one that says so.
        return Bsn.isValid(id) ? pseudonyms.of(id) : pseudonyms.ofName(id);
    }

    /** What JSON calls such a value. */
    public static String kind(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
