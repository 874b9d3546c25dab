package nl.buurtpuls.indicator.timeline;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A set of days as disjoint half-open spans, in order and none touching the next: each holds from its first day up to,
 * not with, its end. Days are epoch days. Immutable.
 */
public final class Days {

    /** The end of a span that has none. */
    public static final int FOREVER = Integer.MAX_VALUE;

    /** Before every day. */
    public static final int EVER = Integer.MIN_VALUE;

    public static final Days NONE = new Days(new int[0]);

    /** from, to, from, to, … */
    private final int[] ends;

    private Days(int[] ends) {
        this.ends = ends;
    }

    /** The days from {@code from} up to, not with, {@code to}; none if that is not later. */
    public static Days between(int from, int to) {
        return from < to ? new Days(new int[] {from, to}) : NONE;
    }

    public boolean isEmpty() {
        return ends.length == 0;
    }

    public int spans() {
        return ends.length / 2;
    }

    public int from(int span) {
        return ends[2 * span];
    }

    /** The first day after the span, or {@link #FOREVER}. */
    public int to(int span) {
        return ends[2 * span + 1];
    }

    public boolean contains(int day) {
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] <= day && day < ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether every day from {@code from} up to {@code to} is in the set. */
    public boolean covers(int from, int to) {
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i] <= from && to <= ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    public Days and(Days other) {
        if (isEmpty() || other.isEmpty()) {
            return NONE;
        }
        int[] common = new int[ends.length + other.ends.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < ends.length && j < other.ends.length) {
            int from = Math.max(ends[i], other.ends[j]);
            int to = Math.min(ends[i + 1], other.ends[j + 1]);
            if (from < to) {
                common[size++] = from;
                common[size++] = to;
            }
            if (ends[i + 1] <= other.ends[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return of(common, size);
    }

    public Days or(Days other) {
        if (isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        int[] all = new int[ends.length + other.ends.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < ends.length || j < other.ends.length) {
            boolean mine = j >= other.ends.length || (i < ends.length && ends[i] <= other.ends[j]);
            int from = mine ? ends[i] : other.ends[j];
            int to = mine ? ends[i + 1] : other.ends[j + 1];
            if (mine) {
                i += 2;
            } else {
                j += 2;
            }
            if (size > 0 && from <= all[size - 1]) {
                all[size - 1] = Math.max(all[size - 1], to);
            } else {
                all[size++] = from;
                all[size++] = to;
            }
        }
        return of(all, size);
    }

    /** The days that are in any of the sets. */
    public static Days union(Iterable<Days> sets) {
        Days union = NONE;
        for (Days set : sets) {
            union = union.or(set);
        }
        return union;
    }

    /** The days that are not in the other set. */
    public Days minus(Days other) {
        int[] complement = new int[other.ends.length + 2];
        complement[0] = EVER;
        System.arraycopy(other.ends, 0, complement, 1, other.ends.length);
        complement[complement.length - 1] = FOREVER;
        Days outside = NONE;
        for (int i = 0; i < complement.length; i += 2) {
            outside = outside.or(between(complement[i], complement[i + 1]));
        }
        return and(outside);
    }

    /** Each span with its ends moved by a function that keeps their order; no end stays no end. */
    public Days shifted(IntUnaryOperator move) {
        Days shifted = NONE;
        for (int i = 0; i < ends.length; i += 2) {
            int to = ends[i + 1] == FOREVER ? FOREVER : move.applyAsInt(ends[i + 1]);
            shifted = shifted.or(between(move.applyAsInt(ends[i]), to));
        }
        return shifted;
    }

    private static Days of(int[] ends, int size) {
        return size == 0 ? NONE : new Days(Arrays.copyOf(ends, size));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Days days && Arrays.equals(days.ends, ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return "Days" + Arrays.toString(ends);
    }
}
