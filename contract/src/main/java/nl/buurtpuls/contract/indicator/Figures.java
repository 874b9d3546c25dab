package nl.buurtpuls.contract.indicator;

import java.time.LocalDate;
import java.util.List;

/** The prefix sums of one area's ledger that indicators are computed from. */
public interface Figures {

    /** The date that the figures are of. */
    LocalDate date();

    /** Sum of the cells up to and with the anchor's day. */
    long total(Series series, Anchor anchor);

    /** Sum of (cell × its day as epoch day) up to and with the anchor's day. */
    long moment(Series series, Anchor anchor);

    /** The figures of each buurt of the area that has any, of the same date; none of a buurt itself. */
    List<Figures> buurten();

    /** The figures of the municipality that the area lies in, of the same date. */
    Figures municipality();
}
