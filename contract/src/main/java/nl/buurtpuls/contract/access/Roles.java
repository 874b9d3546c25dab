package nl.buurtpuls.contract.access;

import java.util.List;

/** The roles that a bearer token can give, by the names that stand in it. */
public final class Roles {

    /** Pushes events, and has persons erased; for which municipalities, the claim {@link Municipalities#CLAIM} says. */
    public static final String MUTATION_WRITER = "mutation-writer";

    /** Reads published figures, where that is not open to all. */
    public static final String REPORT_READER = "report-reader";

    /** Reads exact figures, each time for a purpose; may do all that a {@link #REPORT_READER} may. */
    public static final String EXACT_READER = "exact-reader";

    /** Makes, changes and removes alert rules, and acknowledges alerts. */
    public static final String ALERT_ADMIN = "alert-admin";

    /** Imports context figures: what others have published, shown beside the figures of Buurtpuls. */
    public static final String CONTEXT_WRITER = "context-writer";

    /** Reads who has read exact figures, and why. */
    public static final String AUDITOR = "auditor";

    private static final List<String> ALL =
            List.of(MUTATION_WRITER, REPORT_READER, EXACT_READER, ALERT_ADMIN, CONTEXT_WRITER, AUDITOR);

    private Roles() {}

    /** All there are. */
    public static List<String> all() {
        return ALL;
    }
}
