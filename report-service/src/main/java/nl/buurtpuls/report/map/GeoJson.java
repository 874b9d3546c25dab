package nl.buurtpuls.report.map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gathers outlines of areas from GeoJSON feature collections (RFC 7946), as CBS and PDOK publish them. It reads feature by
 * feature, since a file of the whole country is large. Not safe for use by more than one thread.
 */
final class GeoJson {

    /** In this order: a buurt has the codes of its wijk and its municipality too. */
    private static final List<String> CODES = List.of("code", "statcode", "buurtcode", "wijkcode", "gemeentecode");

    private static final Pattern CBS_CODE = Pattern.compile("(BU|WK|GM)[0-9A-Z]{4,8}");
    /** CBS gives the water of an area as a feature of its own, under the same code. */
    private static final String WATER = "water";

    private static final String IS_WATER = "JA";
    /** Six decimals of a degree are a tenth of a metre. */
    private static final double DECIMALS = 1e6;

    private final ObjectMapper json;
    private final Map<String, ArrayNode> polygons = new LinkedHashMap<>();

    GeoJson(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Takes the outlines from a feature collection. Features of one code are parts of one outline.
     *
     * @return where the collection goes on, if it says so ({@code links}, relation {@code next}: OGC API Features)
     * @throws IOException if it cannot be read or is no JSON
     * @throws IllegalArgumentException if it is no feature collection, or not in WGS84 degrees
     */
    Optional<String> read(InputStream in) throws IOException {
        Optional<String> next = Optional.empty();
        boolean hasFeatures = false;
        try (JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("this is no GeoJSON feature collection");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (field.equals("features") && value == JsonToken.START_ARRAY) {
                    hasFeatures = true;
                    take(parser);
                } else if (field.equals("links")) {
                    next = next(parser.readValueAsTree());
                } else {
                    parser.skipChildren();
                }
            }
        }
        if (!hasFeatures) {
            throw new IllegalArgumentException("this is no GeoJSON feature collection: it has no features");
        }
        return next;
    }

    /** The outlines gathered so far, by code. */
    Map<String, Outline> outlines() {
        Map<String, Outline> outlines = new LinkedHashMap<>();
        polygons.forEach((code, parts) -> outlines.put(code, Outline.of(parts)));
        return outlines;
    }

    private void take(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode feature = json.readTree(parser);
            JsonNode properties = feature.path("properties");
            if (!properties.path(WATER).asText().equals(IS_WATER)) {
                code(properties).ifPresent(code -> add(code, feature.path("geometry")));
            }
        }
    }

    private static Optional<String> code(JsonNode properties) {
        return CODES.stream()
                .map(name -> properties.path(name).asText().strip())
                .filter(code -> !code.isEmpty())
                .findFirst()
                .filter(code -> CBS_CODE.matcher(code).matches());
    }

    private void add(String code, JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asText()) {
            case "Polygon" -> parts(code).add(rounded(coordinates));
            case "MultiPolygon" -> coordinates.forEach(polygon -> parts(code).add(rounded(polygon)));
            default -> {
                // A point or a line is no outline.
            }
        }
    }

    private ArrayNode parts(String code) {
        return polygons.computeIfAbsent(code, any -> JsonNodeFactory.instance.arrayNode());
    }

    /** Coordinates of any depth with heights left out, and with no more decimals than mean something. */
    private static ArrayNode rounded(JsonNode coordinates) {
        ArrayNode rounded = JsonNodeFactory.instance.arrayNode(coordinates.size());
        if (coordinates.path(0).isNumber()) {
            return rounded.add(degrees(coordinates, 0, 180)).add(degrees(coordinates, 1, 90));
        }
        coordinates.forEach(each -> rounded.add(rounded(each)));
        return rounded;
    }

    private static double degrees(JsonNode position, int axis, int most) {
        double degrees = position.path(axis).asDouble(Double.NaN);
        if (Math.abs(degrees) <= most) {
            return Math.round(degrees * DECIMALS) / DECIMALS;
        }
        throw new IllegalArgumentException("the coordinates are no degrees of WGS84: " + position);
    }

    private static Optional<String> next(JsonNode links) {
        for (JsonNode link : links) {
            if (link.path("rel").asText().equals("next")) {
                return Optional.of(link.path("href").asText());
            }
        }
        return Optional.empty();
    }
}
