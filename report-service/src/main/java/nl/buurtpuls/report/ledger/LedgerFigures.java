package nl.buurtpuls.report.ledger;

import java.util.List;
import nl.buurtpuls.contract.indicator.Figures;

/** Figures as the ledger has them, exact: nothing takes them but what decides what may be read of them. */
public interface LedgerFigures extends Figures {

    /** Code of the area that they are of. */
    String area();

    @Override
    List<LedgerFigures> buurten();

    @Override
    LedgerFigures municipality();
}
