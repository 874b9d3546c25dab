package nl.buurtpuls.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
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

    /** A problem of ours. */
    public static Problem named(
            String name, String title, int status, String detail, @Nullable String instance, List<FieldError> errors) {
        return new Problem(
                "urn:buurtpuls:problem:" + name, title, status, detail, instance, errors.isEmpty() ? null : errors);
    }

    /** A problem that HTTP itself names. */
    public static Problem ofStatus(int status, String title, String detail, @Nullable String instance) {
        return new Problem("about:blank", title, status, detail, instance, null);
    }
}
