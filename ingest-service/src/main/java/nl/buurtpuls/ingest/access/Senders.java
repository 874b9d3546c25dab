package nl.buurtpuls.ingest.access;

/** Tells who has made a call. */
@FunctionalInterface
public interface Senders {

    /**
     * The sender of the current call, which has a token that was found good. Ask before the work leaves the call's thread.
     *
     * @throws nl.buurtpuls.ingest.problem.ProblemException if its claim cannot be read: for whom it speaks is not known then
     */
    Sender current();
}
