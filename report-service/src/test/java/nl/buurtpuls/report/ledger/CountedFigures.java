package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/** Figures by going through all cells each time. */
record CountedFigures(List<Cell> cells, LocalDate date, String area, String around) implements Figures {

    @Override
    public long total(Series series, Anchor anchor) {
        long sum = 0;
        for (Cell cell : cells) {
            sum += counts(cell, series, anchor) ? cell.n() : 0;
        }
        return sum;
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        long sum = 0;
        for (Cell cell : cells) {
            sum += counts(cell, series, anchor) ? cell.n() * cell.day() : 0;
        }
        return sum;
    }

    private boolean counts(Cell cell, Series series, Anchor anchor) {
        return cell.area().equals(area)
                && cell.series().equals(series.name())
                && !LocalDate.ofEpochDay(cell.day()).isAfter(anchor.day(date));
    }

    /** Every other buurt that has a cell lies in the municipality. */
    @Override
    public List<Figures> buurten() {
        return area.equals(around)
                ? cells.stream()
                        .map(Cell::area)
                        .filter(code -> code.startsWith("BU"))
                        .distinct()
                        .sorted()
                        .<Figures>map(buurt -> new CountedFigures(cells, date, buurt, around))
                        .toList()
                : List.of();
    }

    @Override
    public Figures municipality() {
        return new CountedFigures(cells, date, around, around);
    }
}
