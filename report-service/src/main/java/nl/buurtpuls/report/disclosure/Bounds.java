package nl.buurtpuls.report.disclosure;

import nl.buurtpuls.contract.indicator.Anchor;
import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Series;

/**
 * Between which counts the truth behind a rounded number lies, as far as published numbers prove.
 *
 * @param lowest not below it
 * @param highest not above it
 */
record Bounds(double lowest, double highest) {

    static final Bounds NOTHING = new Bounds(0, 0);

    /** Of one rounded count, or a difference of two with one offset: of neither is the error more than the reach. */
    static Bounds ofRounded(long rounded, int reach) {
        return new Bounds(Math.max(0, rounded - reach), Math.max(0, rounded + reach));
    }

    Bounds plus(Bounds other) {
        return new Bounds(lowest + other.lowest, highest + other.highest);
    }

    Bounds minus(Bounds other) {
        return new Bounds(lowest - other.highest, highest - other.lowest);
    }

    /** Of a quantity of an area. */
    static Bounds of(Quantity quantity, RoundedFigures figures, int reach) {
        if (quantity instanceof Quantity.OnDay stock) {
            return ofSeries(stock.series(), figures, reach, cell -> cell.total(stock.series(), stock.anchor()));
        }
        if (quantity instanceof Quantity.During flow) {
            Anchor start = Anchor.startOf(flow.window());
            return ofSeries(
                    flow.series(),
                    figures,
                    reach,
                    cell -> cell.total(flow.series(), Anchor.DATE) - cell.total(flow.series(), start));
        }
        if (quantity instanceof Quantity.MeanDuring mean) {
            return ofSeries(mean.series(), figures, reach, cell -> (long) cell.mean(mean.series(), mean.window()));
        }
        if (quantity instanceof Quantity.InMunicipality around) {
            return of(around.quantity(), figures.municipality(), reach);
        }
        if (quantity instanceof Quantity.InBuurtenWhere some) {
            return figures.buurten().stream()
                    .filter(some::includes)
                    .map(buurt -> of(some.counted(), buurt, reach))
                    .reduce(NOTHING, Bounds::plus);
        }
        Quantity.Sum sum = (Quantity.Sum) quantity;
        Bounds bounds = NOTHING;
        for (Quantity added : sum.plus()) {
            bounds = bounds.plus(of(added, figures, reach));
        }
        for (Quantity taken : sum.minus()) {
            bounds = bounds.minus(of(taken, figures, reach));
        }
        return bounds;
    }

    private interface Rounded {
        long of(RoundedFigures cell);
    }

    private static Bounds ofSeries(Series series, RoundedFigures figures, int reach, Rounded rounded) {
        // Adults are residents less minors: a difference of two rounded counts.
        int far = series.measure() == Measure.ADULTS ? 2 * reach : reach;
        Bounds bounds = NOTHING;
        for (RoundedFigures cell : figures.cells(series.measure())) {
            long value = rounded.of(cell);
            bounds = bounds.plus(isCount(series) ? ofRounded(value, far) : new Bounds(value - far, value + far));
        }
        return bounds;
    }

    /** Whether it is never below 0: an overlap is, where runs of any scheme last longer than those of each. */
    private static boolean isCount(Series series) {
        return !series.dimension().startsWith(Measure.OVERLAP);
    }
}
