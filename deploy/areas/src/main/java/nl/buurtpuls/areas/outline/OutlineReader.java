package nl.buurtpuls.areas.outline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.areas.file.Refusal;
import nl.buurtpuls.areas.file.Unreadable;

/** Reads a GeoJSON FeatureCollection (RFC 7946) of municipalities, wijken or buurten. */
public final class OutlineReader {

    /** The names that the code of a feature has had, the ones to prefer first. */
    private static final List<String> CODES =
            List.of("code", "statcode", "buurtcode", "BU_CODE", "wijkcode", "WK_CODE", "gemeentecode", "GM_CODE");

    private static final int POINTS_OF_A_TRIANGLE = 4;

    private final List<Outline> outlines = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    private OutlineReader() {}

    /** What came of a file. */
    public record Outlines(List<Outline> outlines, List<Refusal> refusals) {

        public Outlines {
            outlines = List.copyOf(outlines);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable if it is no FeatureCollection
     */
    public static Outlines read(byte[] bytes) {
        JsonNode features;
        try {
            features = new ObjectMapper().readTree(bytes).path("features");
        } catch (JsonProcessingException e) {
            throw new Unreadable("The file is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!features.isArray()) {
            throw new Unreadable("The file is no FeatureCollection: it has no array of features.");
        }
        return new OutlineReader().of(features);
    }

    private Outlines of(JsonNode features) {
        int number = 0;
        for (JsonNode feature : features) {
            number++;
            try {
                outlines.add(outline(number, feature));
            } catch (IllegalArgumentException e) {
                refusals.add(Refusal.of(number, String.valueOf(e.getMessage())));
            }
        }
        return new Outlines(outlines, refusals);
    }

    private Outline outline(int number, JsonNode feature) {
        String code = code(feature.path("properties"));
        Integer earlier = seen.putIfAbsent(code, number);
        if (earlier != null) {
            throw new IllegalArgumentException(code + " is feature " + earlier + " already");
        }
        JsonNode geometry = feature.path("geometry");
        JsonNode coordinates = geometry.path("coordinates");
        List<List<List<double[]>>> polygons = new ArrayList<>();
        switch (geometry.path("type").asText()) {
            case "Polygon" -> polygons.add(rings(coordinates));
            case "MultiPolygon" -> coordinates.forEach(polygon -> polygons.add(rings(polygon)));
            default -> throw new IllegalArgumentException(code + " is drawn as no Polygon or MultiPolygon");
        }
        Outline outline = Outline.of(number, code, polygons);
        if (outline.squareKilometres() <= 0) {
            throw new IllegalArgumentException(code + " has no surface");
        }
        return outline;
    }

    private static String code(JsonNode properties) {
        for (String name : CODES) {
            String code = properties.path(name).asText().strip();
            if (!code.isEmpty()) {
                return code;
            }
        }
        throw new IllegalArgumentException("has no code: one of " + String.join(", ", CODES));
    }

    private static List<List<double[]>> rings(JsonNode polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        for (JsonNode ring : polygon) {
            List<double[]> points = new ArrayList<>();
            ring.forEach(point -> points.add(point(point)));
            if (points.size() < POINTS_OF_A_TRIANGLE) {
                throw new IllegalArgumentException("has a ring of " + points.size() + " points");
            }
            rings.add(points);
        }
        return rings;
    }

    private static double[] point(JsonNode point) {
        double longitude = point.path(0).asDouble(Double.NaN);
        double latitude = point.path(1).asDouble(Double.NaN);
        boolean onEarth = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
        if (!onEarth) {
            throw new IllegalArgumentException(
                    "has a point that is no longitude and latitude in degrees (WGS84): " + point);
        }
        return new double[] {longitude, latitude};
    }
}
