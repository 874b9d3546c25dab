package nl.buurtpuls.report.map;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The outline of an area: a GeoJSON geometry in WGS84, kept as text, since it is read once and written often.
 *
 * @param geoJson a Polygon or MultiPolygon
 */
@Schema(type = SchemaType.OBJECT, description = "GeoJSON Polygon or MultiPolygon, WGS84")
record Outline(
        @Schema(hidden = true) @JsonValue @JsonRawValue String geoJson) {

    /** The outline of one or more polygons: GeoJSON coordinates of a MultiPolygon. */
    static Outline of(ArrayNode polygons) {
        return polygons.size() == 1
                ? new Outline("{\"type\":\"Polygon\",\"coordinates\":" + polygons.get(0) + "}")
                : new Outline("{\"type\":\"MultiPolygon\",\"coordinates\":" + polygons + "}");
    }
}
