package nl.buurtpuls.report.ledger;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/**
 * Figures by going through all cells of a series each time.
 *
 * @param cells by area and series
 */
record CountedFigures(TreeMap<String, Map<String, List<Cell>>> cells, LocalDate date, String area, String around)
        implements Figures {

    static TreeMap<String, Map<String, List<Cell>>> byAreaAndSeries(List<Cell> cells) {
        return cells.stream().collect(groupingBy(Cell::area, TreeMap::new, groupingBy(Cell::series)));
    }

    @Override
    public long total(Series series, Anchor anchor) {
        return sum(series, anchor, Cell::n);
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        return sum(series, anchor, cell -> cell.n() * cell.day());
    }

    private long sum(Series series, Anchor anchor, ToLongFunction<Cell> part) {
        long last = anchor.day(date).toEpochDay();
        return cells.get(area).getOrDefault(series.name(), List.of()).stream()
                .filter(cell -> cell.day() <= last)
                .mapToLong(part)
                .sum();
    }

    /** Every other buurt that has a cell lies in the municipality. */
    @Override
    public List<Figures> buurten() {
        return area.equals(around)
                ? cells.keySet().stream()
                        .filter(code -> code.startsWith("BU"))
                        .<Figures>map(buurt -> new CountedFigures(cells, date, buurt, around))
                        .toList()
                : List.of();
    }

    @Override
    public Figures municipality() {
        return new CountedFigures(cells, date, around, around);
    }
}
