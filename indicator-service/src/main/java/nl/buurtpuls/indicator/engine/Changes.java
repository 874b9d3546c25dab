package nl.buurtpuls.indicator.engine;

import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.indicator.ledger.OpenCell;
import nl.buurtpuls.indicator.ledger.Page;
import nl.buurtpuls.indicator.ledger.PageKey;
import nl.buurtpuls.indicator.timeline.Finding;

/** Is told what an event changed. */
public interface Changes {

    /** The page has more by these cells; {@link Engine#tell} tells them when asked. */
    void page(PageKey page, Page more);

    /** The cell is now {@code value}, which is {@code n} more than it was. */
    void openCell(OpenCell cell, long value, long n);

    /** A finding that was not there before. */
    void finding(Finding finding);

    /** What erased persons have left in the cell is now {@code value}; the ledger's cell is told beside it. */
    void residue(LedgerKey cell, long value);
}
