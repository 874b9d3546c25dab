package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.report.disclosure.PublishedPoint;
import nl.buurtpuls.report.problem.Lasting;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.jspecify.annotations.Nullable;

/** A snapshot as it may be read; an indicator a row where it is read as a table. */
public final class SnapshotView extends Lasting implements Tabular {

    @JsonUnwrapped
    private final Content snapshot;

    SnapshotView(Content snapshot) {
        this.snapshot = snapshot;
    }

    Content snapshot() {
        return snapshot;
    }

    /**
     * Every indicator of one area on one date.
     *
     * @param area code
     * @param name the area's name, or its code where the area table lacks it
     * @param date the date of the figures
     * @param updatedAt when the newest mutation in these figures was processed; {@code null} where they were summed up
     *     from the ledger
     * @param dataFrom first day on which the municipality has a resident; {@code null} while there are no data
     * @param indicators by indicator id
     */
    record Content(
            String area,
            String name,
            LocalDate date,
            @Nullable Instant updatedAt,
            @Nullable LocalDate dataFrom,
            Map<String, PublishedPoint> indicators) {}

    @Override
    public Table table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        snapshot.indicators()
                .forEach((id, point) -> rows.add(
                        Table.rowAndFigure(point, snapshot.area(), snapshot.name(), snapshot.date(), id, unit(id))));
        return new Table(Table.columnsAndFigure("area", "name", "date", "indicator", "unit"), rows);
    }

    private static @Nullable String unit(String id) {
        return Catalogue.find(id)
                .map(indicator -> indicator.definition().unit().code())
                .orElse(null);
    }
}
