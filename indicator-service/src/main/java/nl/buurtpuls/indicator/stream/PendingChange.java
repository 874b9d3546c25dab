package nl.buurtpuls.indicator.stream;

/** Whether an area's figures may have changed since they last went out, and why. */
final class PendingChange {

    private boolean changed = true;
    private Cause cause = Cause.NONE;

    void change() {
        changed = true;
    }

    void changeBy(Cause another) {
        change();
        cause = cause.and(another);
    }

    boolean isChanged() {
        return changed;
    }

    /** Why what has not gone out does; all is taken to go out now. */
    Cause take() {
        Cause taken = cause;
        cause = Cause.NONE;
        changed = false;
        return taken;
    }
}
