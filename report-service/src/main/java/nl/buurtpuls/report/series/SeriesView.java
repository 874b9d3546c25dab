package nl.buurtpuls.report.series;

import java.util.List;
import nl.buurtpuls.report.indicator.Indicators;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;

/** An indicator over time. */
public record SeriesView(String area, String indicator, List<DatedPoint> points) implements Tabular {
    @Override
    public Table table() {
        String unit = Indicators.named(indicator).definition().unit().code();
        return new Table(
                Table.columnsAndFigureIn(unit, "area", "indicator", "date"),
                points.stream()
                        .map(each -> Table.rowAndFigure(each.point(), area, indicator, each.date()))
                        .toList());
    }
}
