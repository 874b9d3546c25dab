package nl.buurtpuls.contract.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with what was sent.
 *
 * @param index place of the event in its batch, from 0; {@code null} outside a batch
 * @param pointer RFC 6901 pointer into what was sent; for a query parameter its name after a slash
 * @param code stable name of the rule
 * @param detail the rule and what was found; never a BSN
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(@Nullable Integer index, String pointer, String code, String detail) {

    public FieldError {
        detail = NineDigits.blot(detail);
    }
}
