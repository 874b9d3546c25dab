package nl.buurtpuls.report.snapshot;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.snapshot.Snapshot;
import nl.buurtpuls.report.problem.Lasting;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.jspecify.annotations.Nullable;

/** A snapshot as it may be read; an indicator a row where it is read as a table. */
public final class SnapshotView extends Lasting implements Tabular {

    @JsonUnwrapped
    private final Snapshot snapshot;

    SnapshotView(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Snapshot snapshot() {
        return snapshot;
    }

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
