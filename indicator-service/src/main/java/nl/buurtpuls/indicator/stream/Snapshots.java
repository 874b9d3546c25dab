package nl.buurtpuls.indicator.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import nl.buurtpuls.contract.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of figures. */
@Singleton
public class Snapshots {

    private final AreaTable areas;
    private final ObjectMapper json;

    Snapshots(AreaTable areas, ObjectMapper json) {
        this.areas = areas;
        this.json = json;
    }

    /** Every indicator of an area. */
    Map<String, Point> points(String area, Figures figures) {
        Level level = areas.levelOf(area);
        Map<String, Point> points = new LinkedHashMap<>();
        for (Indicator indicator : Catalogue.indicators()) {
            if (indicator.isAt(level)) {
                points.put(indicator.id(), indicator.of(figures));
            }
        }
        return points;
    }

    /**
     * Tells these figures from the area's figures before. A sum of hashes, such as a map's own, would not do: what one
     * figure loses another often gains. Here each number is mixed in with its place.
     */
    static long fingerprint(LocalDate date, @Nullable LocalDate dataFrom, Map<String, Point> points) {
        long print = mix(date.toEpochDay(), dataFrom == null ? null : dataFrom.toEpochDay());
        for (Point point : points.values()) {
            print = mix(mix(mix(print, point.value()), point.numerator()), point.denominator());
        }
        return print;
    }

    private static long mix(long print, @Nullable Number number) {
        long bits = number == null ? 1 : Double.doubleToLongBits(number.doubleValue());
        long mixed = (print ^ bits) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    byte[] write(
            String area, LocalDate date, Instant updatedAt, @Nullable LocalDate dataFrom, Map<String, Point> points) {
        String name = areas.find(area).map(Area::name).orElse(area);
        try {
            return json.writeValueAsBytes(new Snapshot(area, name, date, updatedAt, dataFrom, points));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a snapshot of " + area + " cannot be written", e);
        }
    }
}
