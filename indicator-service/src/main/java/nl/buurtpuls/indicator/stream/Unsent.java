package nl.buurtpuls.indicator.stream;

/** Whether an area's figures may have changed since they last went out, and by how old a mutation. */
final class Unsent {

    private boolean changed = true;
    private long oldestMutation = Long.MAX_VALUE;

    void change() {
        changed = true;
    }

    /** A change by a mutation that was published at this time (epoch milliseconds; {@link Long#MAX_VALUE} for none). */
    void changeBy(long publishedAt) {
        change();
        oldestMutation = Math.min(oldestMutation, publishedAt);
    }

    boolean isChanged() {
        return changed;
    }

    /** Publication of the oldest mutation that has not gone out, {@link Long#MAX_VALUE} for none; all is taken to go out now. */
    long takeOldestMutation() {
        long oldest = oldestMutation;
        oldestMutation = Long.MAX_VALUE;
        changed = false;
        return oldest;
    }
}
