package nl.buurtpuls.report.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Series;

/** Prefix sums of one area on one date, as PostgreSQL summed them. A series without cells adds up to 0. */
final class SummedFigures implements Figures {

    private final LocalDate date;
    private final Map<Series, long[]> totals = new HashMap<>();
    private final Map<Series, long[]> moments = new HashMap<>();
    private final List<Figures> buurten = new ArrayList<>();
    private Figures municipality = this;

    SummedFigures(LocalDate date) {
        this.date = date;
    }

    /** Adds cells that count for an anchor, by place in {@link Anchor#ALL}, and so for all later ones: those before it. */
    void add(Series series, int earliestAnchor, long n, long moment) {
        long[] total = totals.computeIfAbsent(series, any -> new long[Anchor.ALL.size()]);
        long[] momentUpTo = moments.computeIfAbsent(series, any -> new long[Anchor.ALL.size()]);
        for (int anchor = 0; anchor <= earliestAnchor; anchor++) {
            total[anchor] += n;
            momentUpTo[anchor] += moment;
        }
    }

    void in(Figures municipality) {
        this.municipality = municipality;
    }

    /** A buurt lies in the area; they come in order of code. */
    void add(Figures buurt) {
        buurten.add(buurt);
    }

    @Override
    public List<Figures> buurten() {
        return List.copyOf(buurten);
    }

    @Override
    public LocalDate date() {
        return date;
    }

    @Override
    public long total(Series series, Anchor anchor) {
        long[] sums = totals.get(series);
        return sums == null ? 0 : sums[anchor.ordinal()];
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        long[] sums = moments.get(series);
        return sums == null ? 0 : sums[anchor.ordinal()];
    }

    @Override
    public Figures municipality() {
        return municipality;
    }
}
