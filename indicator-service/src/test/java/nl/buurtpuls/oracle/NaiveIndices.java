package nl.buurtpuls.oracle;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segregation of a group over units, by the formulas as they stand in Massey and Denton (1988), double loops and all.
 * Units without anyone are left out; without group, or without others, an index is {@code null}.
 */
final class NaiveIndices {

    /**
     * A unit.
     *
     * @param group how many of the group
     * @param total how many in all
     */
    record Unit(double group, double total) {

        double others() {
            return total - group;
        }

        double part() {
            return group / total;
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private double group;
    private double total;

    NaiveIndices(List<Unit> all) {
        for (Unit unit : all) {
            if (unit.total() > 0) {
                units.add(unit);
                group += unit.group();
                total += unit.total();
            }
        }
    }

    /** The index of that name in ids. */
    @Nullable
    Double named(String name) {
        return switch (name) {
            case "dissimilarity" -> dissimilarity();
            case "isolation" -> isolation();
            case "theil" -> theil();
            case "gini" -> gini();
            default -> throw new IllegalArgumentException("no index: " + name);
        };
    }

    private boolean isUndefined() {
        return group == 0 || group == total;
    }

    /** Half the sum of the differences between a unit's parts of the group and of the others. */
    @Nullable
    Double dissimilarity() {
        if (isUndefined()) {
            return null;
        }
        double sum = 0;
        for (Unit unit : units) {
            sum += Math.abs(unit.group() / group - unit.others() / (total - group));
        }
        return sum / 2;
    }

    /** The chance that who shares the unit of one of the group is of the group too. */
    @Nullable
    Double isolation() {
        if (isUndefined()) {
            return null;
        }
        double sum = 0;
        for (Unit unit : units) {
            sum += unit.group() / group * unit.part();
        }
        return sum;
    }

    /** Theil's H: how much less the units' entropy is than that of the whole. */
    @Nullable
    Double theil() {
        if (isUndefined()) {
            return null;
        }
        double whole = entropy(group / total);
        double sum = 0;
        for (Unit unit : units) {
            sum += unit.total() * (whole - entropy(unit.part())) / (whole * total);
        }
        return sum;
    }

    @Nullable
    Double gini() {
        if (isUndefined()) {
            return null;
        }
        double part = group / total;
        double sum = 0;
        for (Unit one : units) {
            for (Unit other : units) {
                sum += one.total() * other.total() * Math.abs(one.part() - other.part());
            }
        }
        return sum / (2 * total * total * part * (1 - part));
    }

    private static double entropy(double part) {
        return -timesItsLogarithm(part) - timesItsLogarithm(1 - part);
    }

    private static double timesItsLogarithm(double part) {
        return part == 0 ? 0 : part * Math.log(part);
    }
}
