package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.problem.ProblemException;

/** An event whose attributes stand in headers (CloudEvents HTTP protocol binding 1.0, binary content mode). */
final class BinaryMode {

    private static final String PREFIX = "ce-";

    private final ObjectNode attributes = JsonNodeFactory.instance.objectNode();

    /**
     * @throws ProblemException if an attribute stands in two headers, or data stand in one: something would be lost
     */
    BinaryMode(Map<String, List<String>> headers) {
        List<FieldError> lost = new ArrayList<>();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.startsWith(PREFIX)) {
                return;
            }
            String attribute = lower.substring(PREFIX.length());
            attributes.put(attribute, decode(unquote(values.get(0))));
            Errors errors = new Errors(null);
            if (values.size() > 1) {
                errors.add("/" + attribute, Rule.DUPLICATE_ATTRIBUTE, "The attribute stands in more than one header.");
            }
            if (attribute.equals("data")) {
                errors.add("/data", Rule.ATTRIBUTE_NAME, "The data stand in the body.");
            }
            lost.addAll(errors.found());
        });
        if (!lost.isEmpty()) {
            throw ProblemException.invalid(lost);
        }
        // What the body is, its own header says.
        attributes.put("datacontenttype", MediaType.APPLICATION_JSON);
    }

    /** The event in the form of the JSON event format. */
    ObjectNode event(JsonNode data) {
        attributes.set("data", data);
        return attributes;
    }

    /** The text within double quotes (RFC 9110, 5.6.4), which is decoded first. */
    private static String unquote(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /**
     * Header values are percent-encoded UTF-8 (HTTP protocol binding, 3.1.3.2); a plus sign stands for itself. What is no
     * such encoding is taken as it stands: a decoder would make one text of several.
     */
    private static String decode(String value) {
        try {
            String decoded = URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
            return decoded.contains("\uFFFD") ? value : decoded;
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
