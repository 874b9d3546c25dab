package nl.buurtpuls.report.disclosure;

import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.LedgerFigures;
import nl.buurtpuls.report.ledger.Needs;

/** What published figures are protected with: see docs/adr/0013. */
record Protection(Rules rules, Rounding rounding, Layout layout, Tally tally) {

    /**
     * @param secret which way counts are rounded follows from it
     */
    static Protection of(Rules rules, byte[] secret, AreaTable table) {
        Layout layout = new Layout(table, rules.fewestBuurten());
        return new Protection(rules, new Rounding(secret, rules.base(), layout::cellOf), layout, new Tally());
    }

    /** What must be read to publish what is asked for. */
    Needs needs(Needs asked, boolean ofSums) {
        Needs all = asked.and(series -> series.measure() == Measure.ADULTS
                ? List.of(Series.of(Measure.POPULATION), Series.of(Measure.MINORS))
                : series.measure() == Measure.DWELLINGS_WOZ_VALUE
                        ? List.of(Series.of(Measure.DWELLINGS_VALUED))
                        : List.of());
        return ofSums ? all.andInBuurten() : all;
    }

    RoundedFigures round(LedgerFigures exact) {
        return new RoundedFigures(exact, this);
    }
}
