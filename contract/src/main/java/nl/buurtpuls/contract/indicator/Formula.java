package nl.buurtpuls.contract.indicator;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import nl.buurtpuls.contract.indicator.Quantity.Scope;
import nl.buurtpuls.contract.segregation.PlainIndices;
import nl.buurtpuls.contract.segregation.Units;
import nl.buurtpuls.contract.snapshot.Point;
import org.jspecify.annotations.Nullable;

/** How a figure is made of quantities. */
public sealed interface Formula {

    /** The figure of an area; its value is {@code null} where it is undefined. */
    Point of(Figures figures);

    /** Names each sum that is read. */
    void eachSum(Quantity.Reader reader);

    /** As a reader of the catalogue sees it. */
    String text();

    /** Whether the figure means nothing in a buurt, for it tells how the buurten of an area differ. */
    default boolean isAboveBuurt() {
        return false;
    }

    /** Whether the figure of municipalities together can be had from their sums. */
    boolean addsUp();

    /** What is counted. */
    record Count(Quantity quantity) implements Formula {
        @Override
        public Point of(Figures figures) {
            Number count = plain(quantity.in(figures));
            return new Point(count, count, null, false);
        }

        @Override
        public void eachSum(Quantity.Reader reader) {
            quantity.eachSum(reader);
        }

        @Override
        public boolean addsUp() {
            return quantity.addsUp();
        }

        @Override
        public String text() {
            return quantity.formula();
        }
    }

    /** A part of something; undefined if that is 0. */
    record Ratio(Quantity numerator, Quantity denominator, boolean isAboveBuurt) implements Formula {
        @Override
        public Point of(Figures figures) {
            double counted = numerator.in(figures);
            double whole = denominator.in(figures);
            return new Point(whole == 0 ? null : counted / whole, plain(counted), plain(whole), false);
        }

        @Override
        public void eachSum(Quantity.Reader reader) {
            numerator.eachSum(reader);
            denominator.eachSum(reader);
        }

        @Override
        public boolean addsUp() {
            return numerator.addsUp() && denominator.addsUp();
        }

        @Override
        public String text() {
            return "(" + numerator.formula() + ") / (" + denominator.formula() + ")";
        }
    }

    /** A share in the area over the same share in its municipality; undefined if either is, or the latter is 0. */
    record LocationQuotient(Quantity part, Quantity whole) implements Formula {
        @Override
        public Point of(Figures figures) {
            Double here = share(figures);
            Double around = share(figures.municipality());
            boolean defined = here != null && around != null && around != 0;
            return new Point(defined ? Double.valueOf(here / around) : null, here, around, false);
        }

        private @Nullable Double share(Figures figures) {
            double all = whole.in(figures);
            return all == 0 ? null : part.in(figures) / all;
        }

        @Override
        public void eachSum(Quantity.Reader reader) {
            for (Quantity quantity : List.of(part, whole)) {
                quantity.eachSum(reader);
                quantity.eachSum(reader.in(Scope.MUNICIPALITY));
            }
        }

        @Override
        public boolean addsUp() {
            return false;
        }

        @Override
        public String text() {
            String share = "(" + part.formula() + ") / (" + whole.formula() + ")";
            return share + " / the same of the municipality";
        }
    }

    /** An index of how a group lives over the buurten of the area; undefined without group or without others. */
    record OverBuurten(String name, ToDoubleFunction<PlainIndices> index, Quantity members, Quantity all)
            implements Formula {
        @Override
        public Point of(Figures figures) {
            List<? extends Figures> buurten = figures.buurten();
            long[] inGroup = new long[buurten.size()];
            long[] totals = new long[buurten.size()];
            for (int i = 0; i < totals.length; i++) {
                totals[i] = Math.max(0, (long) all.in(buurten.get(i)));
                // While a replay runs, the members of a buurt may be there before its total.
                inGroup[i] = Math.max(0, Math.min(totals[i], (long) members.in(buurten.get(i))));
            }
            Optional<PlainIndices> indices = PlainIndices.of(Units.of(inGroup, totals));
            return new Point(indices.map(index::applyAsDouble).orElse(null), null, null, false);
        }

        @Override
        public void eachSum(Quantity.Reader reader) {
            members.eachSum(reader.in(Scope.BUURTEN));
            all.eachSum(reader.in(Scope.BUURTEN));
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public String text() {
            return name + " of " + members.formula() + " among " + all.formula() + ", over the buurten of the area";
        }

        @Override
        public boolean isAboveBuurt() {
            return true;
        }
    }

    private static Number plain(double number) {
        long whole = (long) number;
        if (whole == number) {
            return whole;
        }
        return number;
    }
}
