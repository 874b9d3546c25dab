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
    Map<String, Point> points(Figures figures) {
        Map<String, Point> points = new LinkedHashMap<>();
        for (Indicator indicator : Catalogue.indicators()) {
            points.put(indicator.id(), indicator.of(figures));
        }
        return points;
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
