package nl.buurtpuls.report.segregation;

import java.util.Arrays;

/** Persons by unit (rows) and group (columns), parts of persons too. Immutable. */
final class CrossTable {

    private final int groups;
    private final double[] cells;
    private final double[] ofUnit;
    private final double[] ofGroup;
    private final double total;

    private CrossTable(int groups, double[] cells) {
        this.groups = groups;
        this.cells = cells;
        this.ofUnit = new double[cells.length / groups];
        this.ofGroup = new double[groups];
        for (int cell = 0; cell < cells.length; cell++) {
            ofUnit[cell / groups] += cells[cell];
            ofGroup[cell % groups] += cells[cell];
        }
        this.total = Arrays.stream(ofGroup).sum();
    }

    /** A table of whole persons, given unit by unit. */
    static CrossTable of(int groups, long[] counts) {
        return of(groups, Arrays.stream(counts).asDoubleStream().toArray());
    }

    /** A table given unit by unit. */
    static CrossTable of(int groups, double[] cells) {
        if (cells.length % groups != 0) {
            throw new IllegalArgumentException(
                    "expected " + groups + " numbers for each unit, got " + cells.length + " in all");
        }
        return new CrossTable(groups, cells.clone());
    }

    int units() {
        return ofUnit.length;
    }

    int groups() {
        return groups;
    }

    double persons(int unit, int group) {
        return cells[unit * groups + group];
    }

    /** Persons of each unit. */
    double[] ofUnits() {
        return ofUnit.clone();
    }

    /** Persons of each group. */
    double[] ofGroups() {
        return ofGroup.clone();
    }

    int groupsWithPersons() {
        return (int) Arrays.stream(ofGroup).filter(persons -> persons > 0).count();
    }

    /** The table in which each unit is added to the one at {@code into[unit]}. */
    CrossTable merged(int[] into, int units) {
        double[] merged = new double[units * groups];
        for (int cell = 0; cell < cells.length; cell++) {
            merged[into[cell / groups] * groups + cell % groups] += cells[cell];
        }
        return new CrossTable(groups, merged);
    }

    /** The table of some units and groups only, in the order given. */
    CrossTable of(int[] someUnits, int[] someGroups) {
        double[] some = new double[someUnits.length * someGroups.length];
        for (int cell = 0; cell < some.length; cell++) {
            some[cell] = persons(someUnits[cell / someGroups.length], someGroups[cell % someGroups.length]);
        }
        return new CrossTable(Math.max(1, someGroups.length), some);
    }

    /** The table with {@code persons} in each empty cell in which the other table has somebody. */
    CrossTable filledWhere(CrossTable other, double persons) {
        double[] filled = cells.clone();
        for (int cell = 0; cell < filled.length; cell++) {
            if (filled[cell] == 0 && other.cells[cell] > 0) {
                filled[cell] = persons;
            }
        }
        return new CrossTable(groups, filled);
    }

    /** M, in nats: how much knowing the unit tells of the group; 0 if nobody is in the table. */
    double mutualInformation() {
        double sum = 0;
        for (int unit = 0; unit < ofUnit.length; unit++) {
            for (int group = 0; group < groups; group++) {
                double persons = persons(unit, group);
                if (persons > 0) {
                    sum += persons * Math.log(persons / ofUnit[unit] / (ofGroup[group] / total));
                }
            }
        }
        return sum <= 0 ? 0 : sum / total;
    }

    /** E, in nats: the most that M can be. */
    double entropyOfGroups() {
        double sum = 0;
        for (double persons : ofGroup) {
            sum -= persons == 0 ? 0 : persons / total * Math.log(persons / total);
        }
        return sum;
    }

    /** D of several groups; not a number unless two groups have persons. */
    double dissimilarity() {
        double interaction = 0;
        for (double persons : ofGroup) {
            interaction += persons / total * (1 - persons / total);
        }
        double sum = 0;
        for (int unit = 0; unit < ofUnit.length; unit++) {
            for (int group = 0; group < groups; group++) {
                sum += Math.abs(persons(unit, group) - ofUnit[unit] * (ofGroup[group] / total));
            }
        }
        return sum / (2 * total * interaction);
    }
}
