package nl.buurtpuls.areas.outline;

/**
 * One straight piece of an outline, the same in whichever direction it is drawn. In degrees.
 *
 * @param x longitude of the end that lies more to the west, or the south of two above each other
 */
record Side(double x, double y, double otherX, double otherY) {

    static Side between(double[] one, double[] other) {
        boolean inOrder = one[0] < other[0] || (one[0] == other[0] && one[1] <= other[1]);
        double[] first = inOrder ? one : other;
        double[] second = inOrder ? other : one;
        return new Side(first[0], first[1], second[0], second[1]);
    }
}
