package nl.buurtpuls.indicator.engine;

import nl.buurtpuls.indicator.ledger.Cell;
import nl.buurtpuls.indicator.timeline.Finding;

/** Is told what an event changed. */
public interface Changes {

    /** The cell is now {@code value}, which is {@code n} more than it was. */
    void cell(Cell cell, long value, long n);

    /** A finding that was not there before. */
    void finding(Finding finding);
}
