package nl.buurtpuls.report.disclosure;

import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.report.ledger.LedgerFigures;
import org.jspecify.annotations.Nullable;

/**
 * Figures of which all counts are rounded. Whatever formula is computed from them is a function of rounded counts: no share,
 * index or rank tells more than they do, and all answers agree with each other. The counts that are rounded do not follow
 * from each other; those that do follow (adults from residents and minors, any scheme from the schemes) are computed.
 */
final class RoundedFigures implements Figures {

    /** Money is rounded to this many euro, as CBS does. */
    private static final long EUROS = 1000;

    private final LedgerFigures exact;
    private final Protection protection;
    /** Made when first asked for, as most formulas do without; of one request, so of one thread at a time. */
    private @Nullable List<RoundedFigures> buurten;

    private @Nullable RoundedFigures municipality;

    RoundedFigures(LedgerFigures exact, Protection protection) {
        this.exact = exact;
        this.protection = protection;
    }

    @Override
    public LocalDate date() {
        return exact.date();
    }

    String area() {
        return exact.area();
    }

    /** The areas whose rounded counts a count is the sum of: this one, or its buurten. */
    List<RoundedFigures> cells(Measure measure) {
        return Layout.addsUp(measure) && protection.layout().isSum(exact.area()) ? buurten() : List.of(this);
    }

    @Override
    public long total(Series series, Anchor anchor) {
        return switch (series.measure()) {
            case ADULTS -> total(Series.of(Measure.POPULATION), anchor) - total(Series.of(Measure.MINORS), anchor);
            case DWELLINGS_WOZ_VALUE -> meanWozValue(anchor) * total(Series.of(Measure.DWELLINGS_VALUED), anchor);
            default -> {
                long sum = 0;
                for (RoundedFigures cell : cells(series.measure())) {
                    sum += cell.own(series, cell.exact.total(series, anchor));
                }
                yield sum;
            }
        };
    }

    private long own(Series series, long count) {
        return protection.rounding().round(count, exact.area(), series);
    }

    private long meanWozValue(Anchor anchor) {
        long dwellings = exact.total(Series.of(Measure.DWELLINGS_VALUED), anchor);
        double euros = exact.total(Series.of(Measure.DWELLINGS_WOZ_VALUE), anchor);
        return dwellings == 0 ? 0 : Math.round(euros / dwellings / EUROS) * EUROS;
    }

    /** Rounded with the offset of the stock: of a stock that does not change, the mean is the stock. */
    @Override
    public double mean(Series series, Window window) {
        long sum = 0;
        for (RoundedFigures cell : cells(series.measure())) {
            sum += cell.own(series, Math.round(cell.exact.mean(series, window)));
        }
        return sum;
    }

    @Override
    public long moment(Series series, Anchor anchor) {
        throw new UnsupportedOperationException("moments tell on which days who came: there is a mean instead");
    }

    @Override
    public List<RoundedFigures> buurten() {
        List<RoundedFigures> known = buurten;
        if (known == null) {
            known = exact.buurten().stream()
                    .map(buurt -> new RoundedFigures(buurt, protection))
                    .toList();
            buurten = known;
        }
        return known;
    }

    @Override
    public RoundedFigures municipality() {
        RoundedFigures known = municipality;
        if (known == null) {
            known = new RoundedFigures(exact.municipality(), protection);
            municipality = known;
        }
        return known;
    }
}
