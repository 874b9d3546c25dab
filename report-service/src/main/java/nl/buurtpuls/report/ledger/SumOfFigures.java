package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/** The figures of some municipalities together: those of a region, a province or the country. */
record SumOfFigures(LocalDate date, List<Figures> municipalities) implements Figures {

    @Override
    public long total(Series series, Anchor anchor) {
        return municipalities.stream()
                .mapToLong(figures -> figures.total(series, anchor))
                .sum();
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        return municipalities.stream()
                .mapToLong(figures -> figures.moment(series, anchor))
                .sum();
    }

    @Override
    public List<Figures> buurten() {
        return municipalities.stream()
                .flatMap(figures -> figures.buurten().stream())
                .toList();
    }

    @Override
    public Figures municipality() {
        throw new UnsupportedOperationException("no municipality lies around more than one");
    }
}
