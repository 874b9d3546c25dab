package nl.buurtpuls.indicator.window;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/** The prefix sums of one area's ledger at every anchor of one date, kept as cells change and as the date turns. */
final class AreaSums implements Figures {

    private static final int ANCHORS = Anchor.ALL.size();

    private final MunicipalitySums municipality;
    /** In order of code, so that what is added up over them is so in one order. */
    private final TreeMap<String, Figures> buurten = new TreeMap<>();

    private final long[] totals = new long[Series.ALL.size() * ANCHORS];
    private final long[] moments = new long[Series.ALL.size() * ANCHORS];

    AreaSums(MunicipalitySums municipality) {
        this.municipality = municipality;
    }

    /** A buurt lies in the area. */
    void add(String code, AreaSums buurt) {
        buurten.put(code, buurt);
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
    public List<Figures> buurten() {
        return List.copyOf(buurten.values());
    }

    @Override
    public Figures municipality() {
        return municipality.ofMunicipality();
    }
}
