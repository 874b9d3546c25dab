package nl.buurtpuls.areas.outline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The outline of an area.
 *
 * @param feature where it stands in the file, from 1
 * @param squareKilometres size on the sphere; as coarse as the map is
 */
public record Outline(int feature, String code, double squareKilometres, Set<Side> sides) {

    /** Mean radius of the earth (IUGG). */
    private static final double EARTH_KM = 6371.0088;

    public Outline {
        sides = Set.copyOf(sides);
    }

    /**
     * The outline that polygons draw.
     *
     * @param polygons of each its rings, the outer one first; of a ring its points, longitude and latitude in degrees, the
     *     first again as the last
     */
    static Outline of(int feature, String code, List<List<List<double[]>>> polygons) {
        double size = 0;
        Set<Side> sides = new HashSet<>();
        for (List<List<double[]>> rings : polygons) {
            for (int i = 0; i < rings.size(); i++) {
                size += (i == 0 ? 1 : -1) * squareKilometres(rings.get(i));
                addSides(rings.get(i), sides);
            }
        }
        return new Outline(feature, code, size, sides);
    }

    /** The part of a sphere between a line and the equator is the difference in longitude times the mean sine of latitude. */
    private static double squareKilometres(List<double[]> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            double[] from = ring.get(i - 1);
            double[] to = ring.get(i);
            double height = Math.sin(Math.toRadians(from[1])) + Math.sin(Math.toRadians(to[1]));
            sum += Math.toRadians(to[0] - from[0]) * height / 2;
        }
        return Math.abs(sum) * EARTH_KM * EARTH_KM;
    }

    private static void addSides(List<double[]> ring, Set<Side> sides) {
        for (int i = 1; i < ring.size(); i++) {
            sides.add(Side.between(ring.get(i - 1), ring.get(i)));
        }
    }
}
