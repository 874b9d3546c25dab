package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Strict JSON: UTF-8, one value, no name twice. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads JSON.
     *
     * @param index place in a batch, {@code null} outside one
     * @throws ProblemException if the bytes are no such JSON; the parser's own words are not passed on, since they
     *     quote what was sent
     */
    public static JsonNode parse(byte[] bytes, int offset, int length, @Nullable Integer index) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, offset, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed(index, Rule.NOT_UTF_8, "The text is not UTF-8.");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw malformed(index, Rule.MALFORMED_JSON, "There is no JSON here.");
            }
            return node;
        } catch (JsonProcessingException e) {
            boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
            throw malformed(
                    index,
                    Rule.MALFORMED_JSON,
                    (twice ? "A name stands twice in one object" : "This is not JSON") + at(e.getLocation()) + ".");
        }
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : ", at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static ProblemException malformed(@Nullable Integer index, Rule rule, String detail) {
        return ProblemException.malformed(new FieldError(index, "", rule.code(), detail));
    }
}
