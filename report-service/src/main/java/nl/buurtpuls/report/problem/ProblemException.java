package nl.buurtpuls.report.problem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.contract.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of problem that this service answers with. */
    private enum Kind {
        INVALID_PARAMETER("invalid-parameter", "A parameter breaks the contract", 400),
        LACKING_RIGHT("forbidden", "The caller has no right to this", 403),
        UNKNOWN("unknown", "There is no such thing", 404),
        CONFLICT("conflict", "It is not as the call takes it to be", 409),
        TOO_LARGE("too-large", "The body is too large", 413),
        FULL("full", "There is no room now", 503);

        private final String name;
        private final String title;
        private final int status;

        Kind(String name, String title, int status) {
            this.name = name;
            this.title = title;
            this.status = status;
        }
    }

    private final Kind kind;
    private final transient List<FieldError> errors;
    private final transient @Nullable Challenge challenge;

    private ProblemException(Kind kind, String detail, List<FieldError> errors) {
        this(kind, detail, errors, null);
    }

    private ProblemException(Kind kind, String detail, List<FieldError> errors, @Nullable Challenge challenge) {
        super(detail);
        this.kind = kind;
        this.errors = errors;
        this.challenge = challenge;
    }

    /** The caller is known, and lacks a right that a token could give. */
    public static ProblemException lacking(Challenge right) {
        return new ProblemException(Kind.LACKING_RIGHT, right.detail(), List.of(), right);
    }

    public static ProblemException invalid(String parameter, String code, String detail) {
        return new ProblemException(
                Kind.INVALID_PARAMETER, detail, List.of(new FieldError(null, "/" + parameter, code, detail)));
    }

    /**
     * What was sent breaks rules.
     *
     * @param errors each of them, at least one
     */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(
                Kind.INVALID_PARAMETER,
                errors.stream().map(FieldError::detail).collect(Collectors.joining(" ")),
                List.copyOf(errors));
    }

    /** What is there is not as the caller takes it to be. */
    public static ProblemException conflict(String detail) {
        return new ProblemException(Kind.CONFLICT, detail, List.of());
    }

    /** A parameter that must be given is not. */
    public static ProblemException required(String parameter) {
        return invalid(parameter, "required", "The parameter " + parameter + " is required.");
    }

    /** A parameter has another value than those there are. */
    public static ProblemException notOneOf(String parameter, Stream<String> allowed, String given) {
        String all = allowed.collect(Collectors.joining(", "));
        return invalid(parameter, "not-one-of", "Expected one of " + all + ", got '" + given + "'.");
    }

    public static ProblemException unknown(String detail) {
        return new ProblemException(Kind.UNKNOWN, detail, List.of());
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Kind.TOO_LARGE, detail + " Nothing was taken.", List.of());
    }

    /** There is no room for the call now, and there may be soon. */
    public static ProblemException full(String detail) {
        return new ProblemException(Kind.FULL, detail + " Try again.", List.of());
    }

    /** Whether the same call may do later. */
    boolean passes() {
        return kind == Kind.FULL;
    }

    /** What is told beside it of the token that is needed, if it is a matter of that. */
    Optional<Challenge> challenge() {
        return Optional.ofNullable(challenge);
    }

    /** The problem as the call at {@code instance} answers it. */
    public Problem problem(String instance) {
        return Problem.named(kind.name, kind.title, kind.status, getMessage(), instance, errors);
    }
}
