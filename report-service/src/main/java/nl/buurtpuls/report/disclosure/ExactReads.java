package nl.buurtpuls.report.disclosure;

import io.smallrye.mutiny.Uni;

/** Keeps who has read exact figures. */
public interface ExactReads {

    /**
     * Keeps that somebody reads exact figures; completes when it is kept, so that none is read without.
     *
     * @param reader who
     * @param purpose why
     * @param call what, as the call's method, path and query
     */
    Uni<Void> keep(String reader, String purpose, String call);
}
