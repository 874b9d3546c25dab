package nl.buurtpuls.report.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of many areas: a GeoJSON feature collection.
 *
 * @param indicator id
 * @param label its name in the reader's language
 * @param unit what the values are measured in
 * @param geometrySource where the outlines come from: {@code tile-grid}, {@code file} or {@code pdok}
 * @param attribution whom to name under the map
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("FeatureCollection")
@Schema(properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "FeatureCollection"))
public record AreaMap(
        String indicator,
        String label,
        String unit,
        String level,
        LocalDate date,
        String geometrySource,
        String attribution,
        List<Feature> features) {

    /**
     * An area with its figure.
     *
     * @param id the area's code
     * @param geometry {@code null} if the source of the outlines lacks the area
     */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonTypeName("Feature")
    @Schema(properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "Feature"))
    public record Feature(
            String id,
            Properties properties,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Outline geometry) {

        static Feature of(Area area, PublishedPoint point, @Nullable Outline outline) {
            return new Feature(area.code(), new Properties(area.code(), area.name(), point), outline);
        }
    }

    /** What is known of an area on the map. */
    public record Properties(
            String code, String name, @JsonUnwrapped PublishedPoint point) {}
}
