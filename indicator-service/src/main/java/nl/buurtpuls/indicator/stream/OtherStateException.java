package nl.buurtpuls.indicator.stream;

/**
 * The state was made with another table of areas, or by other rules. What is posted is the difference between before and after, and
 * before would be worked out with those of now: the figures would be wrong for good. They are to be made anew, or the old table put
 * back.
 */
final class OtherStateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherStateException() {
        super("The figures in this state were made with another table of areas (nesting, or which municipalities have a"
                + " SES-WOA score above 0), or by a release with other rules. Put the table or the release back, or make all"
                + " figures anew: docs/backup-restore.md, Rebuilding every figure from the mutations.");
    }

    /** Whether a failure of the stream comes from this. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OtherStateException) {
                return true;
            }
        }
        return false;
    }
}
