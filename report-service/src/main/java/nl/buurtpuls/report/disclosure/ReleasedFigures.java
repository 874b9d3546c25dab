package nl.buurtpuls.report.disclosure;

import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Formula;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.snapshot.Point;

/** What may be read of an area on a date. */
public interface ReleasedFigures {

    /** An indicator as it may be read. */
    PublishedPoint read(Indicator indicator);

    /** A count that indices are made of: exact or rounded, and never below 0. */
    long count(Quantity quantity);

    /** Exactly what there is. */
    record Exact(Figures figures) implements ReleasedFigures {
        @Override
        public PublishedPoint read(Indicator indicator) {
            return PublishedPoint.exactly(indicator.of(figures));
        }

        @Override
        public long count(Quantity quantity) {
            return Math.max(0, (long) quantity.in(figures));
        }
    }

    /** What is published. */
    record Protected(RoundedFigures figures, Protection protection) implements ReleasedFigures {

        @Override
        public long count(Quantity quantity) {
            return Math.max(0, (long) quantity.in(figures));
        }

        @Override
        public PublishedPoint read(Indicator indicator) {
            Point point = indicator.of(figures);
            if (!isShown(indicator, point)) {
                protection.tally().suppressed();
                return PublishedPoint.suppressed();
            }
            protection.tally().shown();
            return new PublishedPoint(point.value(), point.numerator(), point.denominator(), false);
        }

        private boolean isShown(Indicator indicator, Point point) {
            if (isNothingByDefinition(indicator)) {
                return true;
            }
            Formula formula = indicator.formula();
            if (formula instanceof Formula.Count count) {
                return isEnough(bounds(count.quantity()));
            }
            if (formula instanceof Formula.Ratio ratio) {
                return isShown(ratio, indicator.definition().unit());
            }
            if (formula instanceof Formula.LocationQuotient quotient) {
                return isPartOfEnough(quotient.part(), quotient.whole());
            }
            Formula.OverBuurten index = (Formula.OverBuurten) formula;
            return figures.buurten().stream()
                                    .mapToDouble(buurt -> index.all().in(buurt))
                                    .sum()
                            >= protection.rules().smallestDenominator()
                    && isEnough(inBuurten(index.members()))
                    && isEnough(inBuurten(index.all()).minus(inBuurten(index.members())));
        }

        private Bounds inBuurten(Quantity quantity) {
            return figures.buurten().stream()
                    .map(buurt -> Bounds.of(quantity, buurt, protection.rules().reach()))
                    .reduce(Bounds.NOTHING, Bounds::plus);
        }

        private boolean isShown(Formula.Ratio ratio, Unit unit) {
            if (ratio.denominator().in(figures) < protection.rules().smallestDenominator()) {
                return false;
            }
            return switch (unit) {
                case SHARE ->
                    // A part of the municipality's is a matter of areas, and those elsewhere have figures of their own.
                    ratio.denominator() instanceof Quantity.InMunicipality
                            ? isEnough(bounds(ratio.numerator()))
                            : isPartOfEnough(ratio.numerator(), ratio.denominator());
                // What came less what went is nobody's; a sum of money is of all dwellings.
                case RATE -> isBalance(ratio.numerator()) || isEnough(bounds(ratio.numerator()));
                case EUR -> true;
                default -> isEnough(bounds(ratio.numerator()));
            };
        }

        private static boolean isBalance(Quantity quantity) {
            return quantity instanceof Quantity.Sum sum && !sum.minus().isEmpty();
        }

        /** Whether both those who are counted and all others are many enough. */
        private boolean isPartOfEnough(Quantity part, Quantity whole) {
            return whole.in(figures) >= protection.rules().smallestDenominator()
                    && isEnough(bounds(part))
                    && isEnough(bounds(whole).minus(bounds(part)));
        }

        private Bounds bounds(Quantity quantity) {
            return Bounds.of(quantity, figures, protection.rules().reach());
        }

        private boolean isEnough(Bounds bounds) {
            return bounds.lowest() > protection.rules().largestSmallCount();
        }

        /** Nobody moves within a municipality into it. */
        private boolean isNothingByDefinition(Indicator indicator) {
            if (!protection.layout().isMunicipalityOrAbove(figures.area())) {
                return false;
            }
            boolean[] onlyInternal = {indicator.formula() instanceof Formula.Count};
            indicator
                    .formula()
                    .eachSum((scope, series, anchor) -> onlyInternal[0] &= switch (series.measure()) {
                        case INTERNAL_ARRIVALS, INTERNAL_DEPARTURES -> true;
                        default -> false;
                    });
            return onlyInternal[0];
        }
    }
}
