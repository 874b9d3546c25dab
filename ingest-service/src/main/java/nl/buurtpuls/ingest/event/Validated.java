package nl.buurtpuls.ingest.event;

import java.util.List;
import nl.buurtpuls.contract.problem.FieldError;

/** What reading gives: the value, or everything that is wrong with what was sent. */
public sealed interface Validated<T> {

    record Valid<T>(T value) implements Validated<T> {}

    /**
     * @param errors at least one
     */
    record Refused<T>(List<FieldError> errors) implements Validated<T> {}
}
