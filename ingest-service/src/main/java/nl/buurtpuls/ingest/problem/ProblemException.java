package nl.buurtpuls.ingest.problem;

import java.util.List;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem.Kind kind;
    private final transient List<FieldError> errors;

    private ProblemException(Problem.Kind kind, String detail, List<FieldError> errors) {
        super(detail);
        this.kind = kind;
        this.errors = errors;
    }

    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? "One rule is broken." : errors.size() + " rules are broken.";
        return new ProblemException(Problem.Kind.INVALID_EVENT, detail + " Nothing was published.", errors);
    }

    public static ProblemException malformed(FieldError error) {
        return new ProblemException(
                Problem.Kind.MALFORMED_BODY, error.detail() + " Nothing was published.", List.of(error));
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Problem.Kind.TOO_LARGE, detail + " Nothing was published.", List.of());
    }

    public static ProblemException unavailable() {
        return new ProblemException(
                Problem.Kind.UNAVAILABLE,
                "Kafka did not acknowledge the events. Send them again: sending again never harms.",
                List.of());
    }

    /** The problem as the call at {@code instance} answers it. */
    public Problem problem(String instance) {
        return Problem.of(kind, getMessage(), instance, errors.isEmpty() ? null : errors);
    }
}
