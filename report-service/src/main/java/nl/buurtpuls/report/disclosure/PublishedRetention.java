package nl.buurtpuls.report.disclosure;

import nl.buurtpuls.contract.indicator.Measure;
import nl.buurtpuls.contract.indicator.Quantity;
import nl.buurtpuls.contract.indicator.Series;
import nl.buurtpuls.report.ledger.LedgerReader.Retained;

/**
 * What became of the residents of one day by another.
 *
 * @param residents lived in the area on the one day
 * @param stayed of them, live there on the other
 * @param moved the rest: neither there nor dead
 * @param died of them, are dead by the other
 * @param share stayed of residents; undefined if there were none
 */
public record PublishedRetention(
        PublishedNumber residents,
        PublishedNumber stayed,
        PublishedNumber moved,
        PublishedNumber died,
        PublishedNumber share) {

    static PublishedRetention exactly(Retained retained) {
        long residents = retained.residents();
        return new PublishedRetention(
                number(residents),
                number(retained.stayed()),
                number(residents - retained.stayed() - retained.died()),
                number(retained.died()),
                new PublishedNumber(residents == 0 ? null : (double) retained.stayed() / residents, false));
    }

    private static PublishedNumber number(long count) {
        return new PublishedNumber(count, false);
    }

    /**
     * Those who moved are what is left, so that no number follows from the others in two ways. Who stayed are rounded with
     * the offset of the residents, whom they are when nobody left.
     */
    static PublishedRetention of(Retained retained, RoundedFigures figures, boolean sameDay, Protection protection) {
        Rules rules = protection.rules();
        Rounding rounding = protection.rounding();
        Quantity population = Quantity.on(Measure.POPULATION);
        long residents = (long) population.in(figures);
        long stayed =
                sameDay ? residents : rounding.round(retained.stayed(), figures.area(), Series.of(Measure.POPULATION));
        long died = rounding.round(retained.died(), figures.area(), Measure.RETENTION_DIED.id());
        Bounds ofResidents = Bounds.of(population, figures, rules.reach());
        Bounds ofStayed = sameDay ? ofResidents : Bounds.ofRounded(stayed, rules.reach());
        Bounds ofDied = Bounds.ofRounded(died, rules.reach());
        PublishedNumber shownStayed = shown(stayed, ofStayed, rules);
        PublishedNumber shownMoved =
                shown(residents - stayed - died, ofResidents.minus(ofStayed).minus(ofDied), rules);
        // On the day itself all are there by definition; later, that the others are few is nobody's to know.
        boolean othersAreEnough = sameDay || isEnough(ofResidents.minus(ofStayed), rules);
        boolean isShare = residents >= rules.smallestDenominator() && !shownStayed.isSuppressed() && othersAreEnough;
        return new PublishedRetention(
                shown(residents, ofResidents, rules),
                shownStayed,
                shownMoved,
                shown(died, ofDied, rules),
                isShare
                        ? new PublishedNumber(Math.min(1, (double) stayed / residents), false)
                        : PublishedNumber.suppressed());
    }

    private static PublishedNumber shown(long count, Bounds bounds, Rules rules) {
        return isEnough(bounds, rules) ? new PublishedNumber(count, false) : PublishedNumber.suppressed();
    }

    private static boolean isEnough(Bounds bounds, Rules rules) {
        return bounds.lowest() > rules.largestSmallCount();
    }
}
