package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.buurtpuls.ingest.person.Bsn;
import org.jspecify.annotations.Nullable;

/**
 * What CloudEvents 1.0 and the NL GOV profile 1.1 ask of every context attribute, also of those that are not passed on:
 * names, types and texts. An attribute that is {@code null} is not there (JSON event format).
 */
final class ContextAttributes {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Set<String> CONTENT = Set.of("data", "data_base64");
    /** Optional attributes that the standards define, all of them texts. */
    private static final Set<String> TEXTS = Set.of("dataschema", "subject", "dataref", "sequence", "sequencetype");
    /** Read with rules of their own. */
    private static final Set<String> REQUIRED =
            Set.of("specversion", "id", "source", "type", "time", "datacontenttype");

    /** Of those the ones that the profile asks for; Buurtpuls alone asks for the others. */
    private static final Set<String> REQUIRED_BY_PROFILE = Set.of("specversion", "id", "source", "type");

    private final JsonNode event;
    private final Errors errors;

    private ContextAttributes(JsonNode event, Errors errors) {
        this.event = event;
        this.errors = errors;
    }

    /** Notes everything that is wrong with the attributes of an event, but for what is in those that must be there. */
    static void check(JsonNode event, Errors errors) {
        new ContextAttributes(event, errors).check();
    }

    /**
     * What asks for a rule at a place. That a field is there and has its type is a rule of Buurtpuls, but for the attributes
     * that the profile defines.
     */
    static Rule.Standard standard(Rule rule, String pointer) {
        String name = pointer.startsWith("/") ? pointer.substring(1) : pointer;
        boolean ofProfile = switch (rule) {
            case REQUIRED -> REQUIRED_BY_PROFILE.contains(name);
            case WRONG_JSON_TYPE -> REQUIRED.contains(name) || TEXTS.contains(name);
            default -> false;
        };
        return ofProfile ? Rule.Standard.NL_GOV : rule.standard();
    }

    private void check() {
        for (Map.Entry<String, JsonNode> member : event.properties()) {
            if (!CONTENT.contains(member.getKey())) {
                check(member.getKey(), member.getValue());
            }
        }
        if (event.has("data") && event.hasNonNull("data_base64")) {
            add("data_base64", Rule.DATA_TWICE, "An event has data or data_base64, not both.");
        }
        checkUri("dataschema", true);
        checkUri("dataref", false);
        checkSequence();
    }

    private void check(String name, JsonNode value) {
        if (Bsn.standsInAttribute(value.asText())) {
            add(name, Rule.BSN_IN_ATTRIBUTE, "A BSN must not stand in a context attribute.");
        }
        if (!NAME.matcher(name).matches()) {
            add(name, Rule.ATTRIBUTE_NAME, "The name of an attribute has only a to z and 0 to 9.");
        }
        if (value.isTextual()) {
            checkText(name, value.textValue());
        } else if (TEXTS.contains(name) && !value.isNull()) {
            add(name, Rule.WRONG_JSON_TYPE, "Expected a string, got " + Fields.kind(value) + ".");
        } else if (!REQUIRED.contains(name) && !isValueOfAnAttribute(value)) {
            add(
                    name,
                    Rule.WRONG_JSON_TYPE,
                    "An attribute is a string, a boolean or a whole number of 32 bits, got " + Fields.kind(value)
                            + ".");
        }
    }

    private static boolean isValueOfAnAttribute(JsonNode value) {
        return value.isNull() || value.isBoolean() || value.isIntegralNumber() && value.canConvertToInt();
    }

    private void checkText(String name, String text) {
        if (!REQUIRED.contains(name) && Fields.hasUnpairedSurrogate(text)) {
            add(name, Rule.UNPAIRED_SURROGATE, "Half of a surrogate pair is no character.");
        }
        if (TEXTS.contains(name) && text.isBlank()) {
            add(name, Rule.EMPTY, "The string must not be empty.");
        }
        if (hasForbidden(text)) {
            add(name, Rule.FORBIDDEN_CHARACTER, "An attribute has no control characters and no noncharacters.");
        }
    }

    private static boolean hasForbidden(String text) {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isForbidden(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
    }

    private void checkUri(String name, boolean absolute) {
        String text = text(name);
        if (text == null || text.isBlank()) {
            return;
        }
        try {
            if (absolute && !new URI(text).isAbsolute()) {
                add(name, Rule.NOT_A_URI, "Expected an absolute URI, got " + Errors.quote(text) + ".");
            }
            new URI(text);
        } catch (URISyntaxException e) {
            add(name, Rule.NOT_A_URI, "Expected a URI, got " + Errors.quote(text) + ".");
        }
    }

    private void checkSequence() {
        String sequence = text("sequence");
        if (sequence == null && event.hasNonNull("sequencetype")) {
            add("sequence", Rule.REQUIRED, "A sequencetype says what sequence means: there is none.");
        }
        if (sequence == null || !"Integer".equals(text("sequencetype"))) {
            return;
        }
        try {
            Integer.parseInt(sequence);
        } catch (NumberFormatException e) {
            add("sequence", Rule.SEQUENCE, "Expected an integer of 32 bits, got " + Errors.quote(sequence) + ".");
        }
    }

    private @Nullable String text(String name) {
        return event.path(name).textValue();
    }

    private void add(String name, Rule rule, String detail) {
        errors.add("/" + name.replace("~", "~0").replace("/", "~1"), rule, detail);
    }
}
