package nl.buurtpuls.ingest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 9457 problem details. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The kinds of problem that this service answers with. */
    public enum Kind {
        INVALID_EVENT("invalid-event", "The event breaks the contract", 400),
        MALFORMED_BODY("malformed-body", "The body cannot be read", 400),
        TOO_LARGE("too-large", "The body is too large", 413),
        UNAVAILABLE("unavailable", "The events cannot be promised now", 503);

        private final String name;
        private final String title;
        private final int status;

        Kind(String name, String title, int status) {
            this.name = name;
            this.title = title;
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    static Problem of(Kind kind, String detail, @Nullable String instance, @Nullable List<FieldError> errors) {
        return new Problem("urn:buurtpuls:problem:" + kind.name, kind.title, kind.status, detail, instance, errors);
    }

    /** A problem that HTTP itself names. */
    static Problem ofStatus(int status, String title, String detail, @Nullable String instance) {
        return new Problem("about:blank", title, status, detail, instance, null);
    }
}
