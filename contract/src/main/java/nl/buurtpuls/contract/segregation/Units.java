package nl.buurtpuls.contract.segregation;

import java.util.Arrays;

/**
 * The units of an area, each with its number of persons and how many of them are members of a group. Units without
 * persons are left out. Immutable.
 */
public final class Units {

    private final long[] members;
    private final long[] totals;
    private final long memberSum;
    private final long totalSum;

    private Units(long[] members, long[] totals) {
        this.members = members;
        this.totals = totals;
        this.memberSum = Arrays.stream(members).sum();
        this.totalSum = Arrays.stream(totals).sum();
    }

    /**
     * Units in the order given, less those without persons.
     *
     * @param members of each unit, its persons who are members of the group
     * @param totals of each unit, its persons
     * @throws IllegalArgumentException if the two are not of one length, or a unit has less than 0 members or more members
     *     than persons
     */
    public static Units of(long[] members, long[] totals) {
        if (members.length != totals.length) {
            throw new IllegalArgumentException("expected as many units with members as with totals, got "
                    + members.length + " and " + totals.length);
        }
        long[] keptMembers = new long[members.length];
        long[] keptTotals = new long[members.length];
        int kept = 0;
        for (int i = 0; i < members.length; i++) {
            if (members[i] < 0 || members[i] > totals[i]) {
                throw new IllegalArgumentException(
                        "unit " + i + ": expected 0 to " + totals[i] + " members, got " + members[i]);
            }
            if (totals[i] > 0) {
                keptMembers[kept] = members[i];
                keptTotals[kept] = totals[i];
                kept++;
            }
        }
        return new Units(Arrays.copyOf(keptMembers, kept), Arrays.copyOf(keptTotals, kept));
    }

    /** How many units have persons. */
    public int size() {
        return members.length;
    }

    /** Members in a unit. */
    public long members(int unit) {
        return members[unit];
    }

    /** Persons in a unit who are no members. */
    public long others(int unit) {
        return totals[unit] - members[unit];
    }

    /** Persons in a unit; more than 0. */
    public long total(int unit) {
        return totals[unit];
    }

    /** Members in all units together. */
    public long members() {
        return memberSum;
    }

    /** Persons in all units together who are no members. */
    public long others() {
        return totalSum - memberSum;
    }

    /** Persons in all units together. */
    public long total() {
        return totalSum;
    }
}
