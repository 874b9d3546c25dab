package nl.buurtpuls.indicator.stream;

/**
 * The state was made with another table of areas. What is posted is the difference between before and after, and before would be
 * worked out with the table of now: the figures would be wrong for good. They are to be made anew, or the old table put back.
 */
final class OtherAreasException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OtherAreasException() {
        super(
                "The figures in this state were made with another table of areas (nesting, or the sign of SES-WOA scores). Put that"
                        + " one back, or make all figures anew with this one: docs/backup-restore.md, Rebuilding every figure from the"
                        + " mutations.");
    }

    /** Whether a failure of the stream comes from this. */
    static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OtherAreasException) {
                return true;
            }
        }
        return false;
    }
}
