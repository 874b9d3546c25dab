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

    /**
     * Mean of a stock over a window, by days. The days of a stock's life up to and with t are Σ n·(t − x + 1) over its
     * cells n on x, so two prefix sums (of n and of n·x) at either end of the window give it.
     */
    default double mean(Series series, Window window) {
        long days = date().toEpochDay() - window.start(date()).toEpochDay();
        return (double) (daysUpTo(series, Anchor.DATE) - daysUpTo(series, Anchor.startOf(window))) / days;
    }

    private long daysUpTo(Series series, Anchor anchor) {
        long day = anchor.day(date()).toEpochDay();
        return (day + 1) * total(series, anchor) - moment(series, anchor);
    }

    /** The figures of each buurt of the area that has any, of the same date; none of a buurt itself. */
    List<? extends Figures> buurten();

    /** The figures of the municipality that the area lies in, of the same date. */
    Figures municipality();
}
