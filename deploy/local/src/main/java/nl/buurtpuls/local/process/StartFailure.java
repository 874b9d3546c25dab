package nl.buurtpuls.local.process;

/** Why the stack does not run, as one line for the person who started it: what happened and what to do. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private StartFailure(int exitCode, String line) {
        super(line);
        this.exitCode = exitCode;
    }

    /** Something about the call or the machine stands in the way; nothing was started. Exit code 2. */
    public static StartFailure notStarted(String line) {
        return new StartFailure(2, line);
    }

    /** A part failed after the start had begun. Exit code 1. */
    public static StartFailure failed(String line) {
        return new StartFailure(1, line);
    }

    public int exitCode() {
        return exitCode;
    }
}
