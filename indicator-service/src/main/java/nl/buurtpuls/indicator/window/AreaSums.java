package nl.buurtpuls.indicator.window;

import java.time.LocalDate;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/** The prefix sums of one area's ledger at every anchor of one date, kept as cells change and as the date turns. */
final class AreaSums implements Figures {

    private static final int ANCHORS = Anchor.ALL.size();

    private final MunicipalitySums municipality;
    private final long[] totals = new long[Series.ALL.size() * ANCHORS];
    private final long[] moments = new long[Series.ALL.size() * ANCHORS];

    AreaSums(MunicipalitySums municipality) {
        this.municipality = municipality;
    }

    void add(Series series, Anchor anchor, int day, long n) {
        int at = series.index() * ANCHORS + anchor.ordinal();
        totals[at] += n;
        moments[at] += n * day;
    }

    @Override
    public LocalDate date() {
        return municipality.date();
    }

    @Override
    public long total(Series series, Anchor anchor) {
        return totals[series.index() * ANCHORS + anchor.ordinal()];
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        return moments[series.index() * ANCHORS + anchor.ordinal()];
    }

    @Override
    public Figures municipality() {
        return municipality.ofMunicipality();
    }
}
