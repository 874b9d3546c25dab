package nl.buurtpuls.report.segregation;

import java.util.Arrays;

/**
 * Iterative proportional fitting (Deming and Stephan 1940): gives a table the margins of another and leaves its structure,
 * the odds ratios between its cells, as it was.
 */
final class ProportionalFit {

    /** Margins are then right to as many digits as anyone reads. */
    private static final double PRECISION = 1e-10;
    /** Only tables with next to empty cells come near; what is left then is below the precision of an answer. */
    private static final int MOST_ROUNDS = 1000;

    private ProportionalFit() {}

    /**
     * The structure of one table with the unit and group shares asked for.
     *
     * @param structure has somebody in each unit and group of which a share is asked for
     */
    static CrossTable of(CrossTable structure, double[] unitShares, double[] groupShares) {
        int groups = groupShares.length;
        double[] cells = new double[unitShares.length * groups];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = structure.persons(cell / groups, cell % groups);
        }
        double[] ofUnit = new double[unitShares.length];
        double[] ofGroup = new double[groups];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Arrays.fill(ofGroup, 0);
            for (int cell = 0; cell < cells.length; cell++) {
                ofGroup[cell % groups] += cells[cell];
            }
            if (round > 0 && areAs(ofGroup, groupShares)) {
                break;
            }
            Arrays.fill(ofUnit, 0);
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] *= factor(groupShares[cell % groups], ofGroup[cell % groups]);
                ofUnit[cell / groups] += cells[cell];
            }
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] *= factor(unitShares[cell / groups], ofUnit[cell / groups]);
            }
        }
        return CrossTable.of(groups, cells);
    }

    private static double factor(double asked, double is) {
        return is == 0 ? 0 : asked / is;
    }

    private static boolean areAs(double[] shares, double[] asked) {
        for (int i = 0; i < shares.length; i++) {
            if (Math.abs(shares[i] - asked[i]) > PRECISION * asked[i]) {
                return false;
            }
        }
        return true;
    }
}
