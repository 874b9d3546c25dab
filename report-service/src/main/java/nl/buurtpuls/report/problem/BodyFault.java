package nl.buurtpuls.report.problem;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import nl.buurtpuls.contract.problem.FieldError;

/** What is wrong with a body that Jackson cannot read. */
public final class BodyFault {

    private BodyFault() {}

    public static ProblemException of(JsonProcessingException failure) {
        return ProblemException.invalid(List.of(
                failure instanceof MismatchedInputException misfit
                        ? misfit(misfit)
                        : new FieldError(
                                null, "", "not-json", "The body is no JSON: " + failure.getOriginalMessage())));
    }

    /** Jackson's own words name our classes; of what callers send, there are objects and texts. */
    private static FieldError misfit(MismatchedInputException failure) {
        JsonPointer place = JsonPointer.empty();
        for (JsonMappingException.Reference step : failure.getPath()) {
            place = step.getFieldName() == null
                    ? place.appendIndex(step.getIndex())
                    : place.appendProperty(step.getFieldName());
        }
        return failure.getTargetType() == String.class
                ? new FieldError(null, place.toString(), "not-a-text", "Expected a text.")
                : new FieldError(null, place.toString(), "not-an-object", "Expected a JSON object.");
    }
}
