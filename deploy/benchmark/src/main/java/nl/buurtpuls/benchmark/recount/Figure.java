package nl.buurtpuls.benchmark.recount;

import java.time.LocalDate;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.contract.indicator.LedgerKey;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Window;

/** What all of them are to tell of each buurt. */
public enum Figure {
    POPULATION("population", Measure.POPULATION, Measure.TOTAL, false),
    ARRIVALS("arrivals.1y", Measure.ARRIVALS, Measure.TOTAL, true),
    DEPARTURES("departures.1y", Measure.DEPARTURES, Measure.TOTAL, true),
    RECIPIENTS("social-assistance.recipients", Measure.RECIPIENTS, Scheme.SOCIAL_ASSISTANCE.code(), false);

    private final String indicator;
    private final Measure measure;
    private final String dimension;
    private final boolean flow;

    Figure(String indicator, Measure measure, String dimension, boolean flow) {
        this.indicator = indicator;
        this.measure = measure;
        this.dimension = dimension;
        this.flow = flow;
    }

    /** Its id in the catalogue. */
    public String indicator() {
        return indicator;
    }

    /** Whether a cell of the ledger is of this figure. */
    public boolean isOf(LedgerKey key) {
        return key.measure() == measure && key.dimension().equals(dimension);
    }

    /** The day after which changes count for a date: from the beginning for what is there, a year for what happens. */
    public LocalDate after(LocalDate date) {
        return flow ? Window.ONE_YEAR.start(date) : LocalDate.MIN;
    }
}
