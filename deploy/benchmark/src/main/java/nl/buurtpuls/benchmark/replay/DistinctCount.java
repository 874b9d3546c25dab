package nl.buurtpuls.benchmark.replay;

import java.util.BitSet;

/**
 * About how many different names there are, in memory that does not grow with them: linear counting (Whang, Vander-Zanden
 * and Taylor, 1990). Each name sets the bit of its hash, and the number follows from how many bits are still clear.
 */
final class DistinctCount {
    /** Room for a hundred million with an error of some hundreds. */
    private static final int BITS = 1 << 28;

    private final BitSet seen = new BitSet(BITS);

    void add(String name) {
        seen.set((int) (hash(name) & (BITS - 1)));
    }

    long estimate() {
        double clear = (double) (BITS - seen.cardinality()) / BITS;
        return Math.round(-BITS * Math.log(clear));
    }

    /** FNV-1a, stirred once more: {@link String#hashCode} is too regular for names that are numbered. */
    private static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
