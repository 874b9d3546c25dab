package nl.buurtpuls.ingest.problem;

import java.time.Duration;
import java.util.List;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of problem that this service answers with. */
    private enum Kind {
        INVALID_EVENT("invalid-event", "The event breaks the contract", 400),
        MALFORMED_BODY("malformed-body", "The body cannot be read", 400),
        INVALID_HEADER("invalid-header", "A header cannot be read", 400),
        FORBIDDEN("forbidden", "The sender has no right to this", 403),
        TOO_SLOW("too-slow", "The body did not come in time", 408),
        TOO_LARGE("too-large", "The body is too large", 413),
        NOT_READ("not-read", "The body is of a kind that is not read", 415),
        TOO_MANY("too-many", "The sender asks too much", 429),
        UNAVAILABLE("unavailable", "The events cannot be promised now", 503),
        BUSY("busy", "Too much is being read at once", 503),
        OUT_OF_REACH("out-of-reach", "What was published cannot be read now", 503),
        INVALID_PARAMETER("invalid-parameter", "A parameter breaks the contract", 400),
        UNKNOWN("unknown", "There is no such thing", 404),
        DONE_BEFORE("done-before", "It was done before", 409);

        private final String name;
        private final String title;
        private final int status;

        Kind(String name, String title, int status) {
            this.name = name;
            this.title = title;
            this.status = status;
        }
    }

    /** Until Kafka may be there again, or others have ended. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(Kind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, null);
    }

    private ProblemException(Kind kind, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        super(detail);
        this.kind = kind;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    private static ProblemException passing(Kind kind, String detail) {
        return new ProblemException(kind, detail, List.of(), A_WHILE);
    }

    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "One rule is broken." : errors.size() + " rules are broken.";
        return new ProblemException(Kind.INVALID_EVENT, detail + " Nothing was published.", errors);
    }

    /** Good events, were they not for municipalities that the sender does not speak for. */
    public static ProblemException forbidden(List<FieldError> errors) {
        return new ProblemException(
                Kind.FORBIDDEN,
                "The token does not speak for every municipality that events were pushed for. Nothing was published.",
                errors);
    }

    /** The token gives the role that is needed, and something else of it stands in the way. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(Kind.FORBIDDEN, detail + " Nothing was published.", List.of());
    }

    /** A header says what it cannot; the body is not looked at. */
    public static ProblemException invalidHeader(FieldError error) {
        return new ProblemException(Kind.INVALID_HEADER, error.detail() + " Nothing was published.", List.of(error));
    }

    public static ProblemException malformed(FieldError error) {
        return new ProblemException(Kind.MALFORMED_BODY, error.detail() + " Nothing was published.", List.of(error));
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Kind.TOO_LARGE, detail + " Nothing was published.", List.of());
    }

    /** The sender has stopped sending, or sends a drop at a time. */
    public static ProblemException tooSlow() {
        return new ProblemException(
                Kind.TOO_SLOW, "The body must come within a minute. Nothing was published. Send it again.", List.of());
    }

    /** The body is encoded in a way that is not taken. */
    public static ProblemException notRead(String detail) {
        return new ProblemException(Kind.NOT_READ, detail + " Nothing was published.", List.of());
    }

    public static ProblemException unavailable() {
        return passing(
                Kind.UNAVAILABLE, "Kafka did not acknowledge the events. Send them again: sending again never harms.");
    }

    /**
     * The sender has asked more than it may.
     *
     * @param eventsPerSecond what it may for as long as it likes
     * @param wait until it may ask again
     */
    public static ProblemException tooMany(int eventsPerSecond, Duration wait) {
        return new ProblemException(
                Kind.TOO_MANY,
                "A sender may push " + eventsPerSecond
                        + " events a second. Nothing was published. Send it again later.",
                List.of(),
                wait);
    }

    /**
     * The sender has as many bulk loads going on as one may.
     *
     * @param most that one sender may have
     */
    public static ProblemException tooManyLoads(int most) {
        return passing(
                Kind.TOO_MANY,
                "A sender may have " + most
                        + " bulk loads at once. Nothing was published. Send it again when one has ended.");
    }

    /**
     * More lines of a bulk load are wrong than can be told once it has ended.
     *
     * @param refused how many are told
     */
    public static ProblemException tooManyRefused(long refused) {
        return new ProblemException(
                Kind.INVALID_EVENT,
                refused
                        + " lines are refused, and no more can be told at once. Those after acknowledgedThroughLine were"
                        + " not looked at: mend them all, and go on from there.",
                List.of());
    }

    /** As many bulk loads go on as may. */
    public static ProblemException busyLoading() {
        return passing(Kind.BUSY, "Too many bulk loads go on at once. Nothing was published. Send it again.");
    }

    /** There is no memory for the body now. */
    public static ProblemException busy() {
        return passing(Kind.BUSY, "Too many large bodies come in at once. Nothing was published. Send it again.");
    }

    /** As many search the topics as may. */
    public static ProblemException busySearching() {
        return passing(Kind.BUSY, "Too many search what was published. Ask again.");
    }

    /** The broker does not answer who wants to read. */
    public static ProblemException outOfReach() {
        return passing(Kind.OUT_OF_REACH, "Kafka does not answer. Ask again; what was promised stands.");
    }

    /** What is asked for may be older than what could be looked at in the time that a search has. */
    public static ProblemException notSearchedThatFar() {
        return passing(
                Kind.OUT_OF_REACH,
                "It was not found in the time that a search has, and what is older was not looked at. Name the municipality, so"
                        + " that one partition is read and not all.");
    }

    /** A parameter of a call that reads. */
    public static ProblemException invalidParameter(String parameter, String code, String detail) {
        return new ProblemException(
                Kind.INVALID_PARAMETER, detail, List.of(new FieldError(null, "/" + parameter, code, detail)));
    }

    /** What is asked for is not there. */
    public static ProblemException unknown(String detail) {
        return new ProblemException(Kind.UNKNOWN, detail, List.of());
    }

    /** What is asked for has been done, and is not done twice. */
    public static ProblemException doneBefore(String detail) {
        return new ProblemException(Kind.DONE_BEFORE, detail, List.of());
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** When sending the same again may succeed; {@code null} if it never does. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** Whether another token would do. */
    boolean isForbidden() {
        return kind == Kind.FORBIDDEN;
    }

    /** The problem as the call at {@code instance} answers it. */
    public Problem problem(String instance) {
        return Problem.named(kind.name, kind.title, kind.status, getMessage(), instance, errors);
    }
}
