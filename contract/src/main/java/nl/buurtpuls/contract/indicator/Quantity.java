package nl.buurtpuls.contract.indicator;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A number that is read from an area's ledger: the part of a formula above or below the line. */
public sealed interface Quantity {

    double in(Figures figures);

    /** Names each sum that is read. */
    void eachSum(Reader reader);

    /** Takes what is read: the sum of a series in a place up to an anchor. */
    @FunctionalInterface
    interface Reader {
        void sum(Scope scope, Series series, Anchor anchor);

        /** A reader for which all is read in one place. */
        default Reader in(Scope place) {
            return (scope, series, anchor) -> sum(place, series, anchor);
        }
    }

    /** Whether the sums of municipalities give the quantity of all of them together. */
    boolean addsUp();

    /** Where a series is read. */
    enum Scope {
        AREA,
        MUNICIPALITY,
        /** In each buurt of the area. */
        BUURTEN
    }

    /** As a reader of the catalogue sees it. */
    String formula();

    /** A stock on the anchor's day. */
    record OnDay(Series series, Anchor anchor) implements Quantity {
        @Override
        public double in(Figures figures) {
            return figures.total(series, anchor);
        }

        @Override
        public void eachSum(Reader reader) {
            reader.sum(Scope.AREA, series, anchor);
        }

        @Override
        public boolean addsUp() {
            return series.measure().addsUp();
        }

        @Override
        public String formula() {
            String name = text(series);
            return anchor == Anchor.DATE ? name : name + " (at the start of the window)";
        }
    }

    /** A flow over a window. */
    record During(Series series, Window window) implements Quantity {
        @Override
        public double in(Figures figures) {
            return figures.total(series, Anchor.DATE) - figures.total(series, Anchor.startOf(window));
        }

        @Override
        public void eachSum(Reader reader) {
            reader.sum(Scope.AREA, series, Anchor.DATE);
            reader.sum(Scope.AREA, series, Anchor.startOf(window));
        }

        @Override
        public boolean addsUp() {
            return series.measure().addsUp();
        }

        @Override
        public String formula() {
            return text(series);
        }
    }

    /**
     * Mean of a stock over a window, by days. It is what moves across the area's border are set against, and those of
     * municipalities do not add up to those of their region.
     */
    record MeanDuring(Series series, Window window) implements Quantity {
        @Override
        public double in(Figures figures) {
            return figures.mean(series, window);
        }

        @Override
        public void eachSum(Reader reader) {
            reader.sum(Scope.AREA, series, Anchor.DATE);
            reader.sum(Scope.AREA, series, Anchor.startOf(window));
        }

        @Override
        public boolean addsUp() {
            return false;
        }

        @Override
        public String formula() {
            return "mean " + text(series);
        }
    }

    /** Some quantities less some others. */
    record Sum(List<Quantity> plus, List<Quantity> minus) implements Quantity {
        @Override
        public double in(Figures figures) {
            double sum = 0;
            for (Quantity quantity : plus) {
                sum += quantity.in(figures);
            }
            for (Quantity quantity : minus) {
                sum -= quantity.in(figures);
            }
            return sum;
        }

        @Override
        public void eachSum(Reader reader) {
            plus.forEach(quantity -> quantity.eachSum(reader));
            minus.forEach(quantity -> quantity.eachSum(reader));
        }

        @Override
        public boolean addsUp() {
            return Stream.concat(plus.stream(), minus.stream()).allMatch(Quantity::addsUp);
        }

        @Override
        public String formula() {
            String gained = plus.stream().map(Quantity::formula).collect(Collectors.joining(" + "));
            return minus.stream()
                    .map(quantity -> " − " + quantity.formula())
                    .collect(Collectors.joining("", gained, ""));
        }
    }

    /** The same quantity of the municipality. */
    record InMunicipality(Quantity quantity) implements Quantity {
        @Override
        public double in(Figures figures) {
            return quantity.in(figures.municipality());
        }

        @Override
        public void eachSum(Reader reader) {
            quantity.eachSum(reader.in(Scope.MUNICIPALITY));
        }

        @Override
        public boolean addsUp() {
            return false;
        }

        @Override
        public String formula() {
            return quantity.formula() + " of the municipality";
        }
    }

    /** What is counted in those buurten of the area where a part is at least a share of a whole. */
    record InBuurtenWhere(Quantity counted, Quantity part, Quantity whole, double share) implements Quantity {
        @Override
        public double in(Figures figures) {
            double sum = 0;
            for (Figures buurt : figures.buurten()) {
                if (includes(buurt)) {
                    sum += counted.in(buurt);
                }
            }
            return sum;
        }

        /** Whether a buurt is one of those. */
        public boolean includes(Figures buurt) {
            double all = whole.in(buurt);
            return all > 0 && part.in(buurt) >= share * all;
        }

        @Override
        public void eachSum(Reader reader) {
            for (Quantity quantity : List.of(counted, part, whole)) {
                quantity.eachSum(reader.in(Scope.BUURTEN));
            }
        }

        @Override
        public boolean addsUp() {
            return true;
        }

        @Override
        public String formula() {
            return counted.formula() + " in buurten where (" + part.formula() + ") / (" + whole.formula()
                    + ") is at least " + share;
        }
    }

    private static String text(Series series) {
        return series.dimension().equals(Measure.TOTAL)
                ? series.measure().id()
                : series.measure().id() + "[" + series.dimension() + "]";
    }

    static Quantity on(Measure measure) {
        return new OnDay(Series.of(measure), Anchor.DATE);
    }

    static Quantity on(Measure measure, String dimension) {
        return new OnDay(Series.of(measure, dimension), Anchor.DATE);
    }

    static Quantity atStart(Measure measure, Window window) {
        return new OnDay(Series.of(measure), Anchor.startOf(window));
    }

    static Quantity during(Measure measure, Window window) {
        return new During(Series.of(measure), window);
    }

    static Quantity during(Measure measure, String dimension, Window window) {
        return new During(Series.of(measure, dimension), window);
    }

    static Quantity meanDuring(Measure measure, Window window) {
        return new MeanDuring(Series.of(measure), window);
    }

    static Quantity sum(Quantity... quantities) {
        return new Sum(List.of(quantities), List.of());
    }

    static Quantity inMunicipality(Quantity quantity) {
        return new InMunicipality(quantity);
    }

    default Quantity minus(Quantity other) {
        return new Sum(List.of(this), List.of(other));
    }
}
