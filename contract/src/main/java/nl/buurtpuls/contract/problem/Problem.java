package nl.buurtpuls.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.buurtpuls.contract.access.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457 problem details.
 *
 * @param type {@code urn:buurtpuls:problem:…}, or {@code about:blank} for what HTTP itself names
 * @param instance path of the call
 * @param errors everything that is wrong; {@code null} if the problem is no matter of fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        detail = NineDigits.blot(detail);
        instance = instance == null ? null : NineDigits.blot(instance);
    }

    /** A problem of ours. */
    public static Problem named(
            String name, String title, int status, String detail, @Nullable String instance, List<FieldError> errors) {
        return new Problem(
                "urn:buurtpuls:problem:" + name, title, status, detail, instance, errors.isEmpty() ? null : errors);
    }

    /** What a call without the right is told. */
    public static Problem of(Challenge challenge, @Nullable String instance) {
        String name = challenge.status() == 401 ? "unauthorized" : "forbidden";
        String title = challenge.status() == 401 ? "Who calls is not known" : "The caller has no right to this";
        return named(name, title, challenge.status(), challenge.detail(), instance, List.of());
    }

    /** A problem that HTTP itself names. */
    public static Problem ofStatus(int status, String title, String detail, @Nullable String instance) {
        return new Problem("about:blank", title, status, detail, instance, null);
    }
}
