package nl.buurtpuls.contract.segregation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The plain indices of how a group (members x) and the others (y) live over units with t = x + y persons; X, Y and T are
 * the sums over the units, p = x/t and P = X/T. All lie from 0 to 1. Massey and Denton (1988), "The Dimensions of
 * Residential Segregation", Social Forces 67(2), has them all; natural logarithms, 0·ln 0 = 0.
 *
 * <p>Small units inflate all of them: chance alone spreads few persons unevenly.
 *
 * @param dissimilarity ½ Σ|x/X − y/Y|: the part of the group that would have to move for an even spread
 * @param gini ΣΣ tᵢtⱼ|pᵢ − pⱼ| / (2T²P(1−P)): the mean difference between the shares of two persons' units, of the
 *     largest it could be
 * @param theil Theil's H, Σ t(E − e)/(E·T) with the entropy e = −p ln p − (1−p) ln(1−p), E that of P: how much less mixed
 *     the units are than the whole
 * @param isolation xPx = Σ (x/X)·p: the share of members that a member finds in their unit
 * @param interaction xPy = Σ (x/X)·(y/t): the share of others that a member finds in their unit; 1 − isolation
 * @param eta2 (isolation − P)/(1 − P): isolation, freed from how large the group is
 * @param atkinson with b = 0.5: 1 − P/(1−P)·(Σ √((1−p)·p)·t/(P·T))²
 */
public record PlainIndices(
        double dissimilarity,
        double gini,
        double theil,
        double isolation,
        double interaction,
        double eta2,
        double atkinson) {

    /** All indices of the units; none is defined if there are no members or no others. */
    public static Optional<PlainIndices> of(Units units) {
        double membersOfAll = units.members();
        double othersOfAll = units.others();
        if (membersOfAll == 0 || othersOfAll == 0) {
            return Optional.empty();
        }
        double all = units.total();
        double shareOfAll = membersOfAll / all;
        double uneven = 0;
        double information = 0;
        double among = 0;
        double apart = 0;
        double mixed = 0;
        for (int unit = 0; unit < units.size(); unit++) {
            double members = units.members(unit);
            double others = units.others(unit);
            double total = units.total(unit);
            // Products of whole numbers, exact up to 2⁵³: an even spread gives 0 to the last bit.
            uneven += Math.abs(members * othersOfAll - others * membersOfAll);
            information += surprise(members, total, shareOfAll) + surprise(others, total, 1 - shareOfAll);
            among += members * members / total;
            apart += members * others / total;
            mixed += Math.sqrt(members * others);
        }
        double entropy = -(shareOfAll * Math.log(shareOfAll) + (1 - shareOfAll) * Math.log(1 - shareOfAll));
        double isolation = among / membersOfAll;
        return Optional.of(new PlainIndices(
                within01(uneven / (2 * membersOfAll * othersOfAll)),
                within01(gini(units)),
                within01(information / (entropy * all)),
                within01(isolation),
                within01(apart / membersOfAll),
                within01((isolation - shareOfAll) / (1 - shareOfAll)),
                within01(1 - mixed * mixed / (membersOfAll * othersOfAll))));
    }

    /** n·ln(share / expected): E − e summed term by term, since the difference of two entropies would lose digits. */
    private static double surprise(double persons, double total, double expected) {
        return persons == 0 ? 0 : persons * Math.log(persons / total / expected);
    }

    /**
     * In order of p, the double sum is 2 Σⱼ (xⱼ Σᵢ﹤ⱼ tᵢ − tⱼ Σᵢ﹤ⱼ xᵢ), which takes one pass after the sort. T²P(1−P) is
     * X·Y.
     */
    private static double gini(Units units) {
        record Unit(double members, double total, double share) {}
        Unit[] inOrder = new Unit[units.size()];
        for (int unit = 0; unit < inOrder.length; unit++) {
            double members = units.members(unit);
            double total = units.total(unit);
            inOrder[unit] = new Unit(members, total, members / total);
        }
        Arrays.sort(inOrder, Comparator.comparingDouble(Unit::share));
        double sum = 0;
        double membersBefore = 0;
        double totalBefore = 0;
        for (Unit unit : inOrder) {
            sum += unit.members() * totalBefore - unit.total() * membersBefore;
            membersBefore += unit.members();
            totalBefore += unit.total();
        }
        return sum / ((double) units.members() * units.others());
    }

    /** Takes off what rounding puts on beyond the bounds: 1e-16. */
    private static double within01(double index) {
        return Math.min(1, Math.max(0, index));
    }
}
