package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object as somebody wrote them. What is wrong is gathered, so that all of it is told at once; where
 * something is, {@code null} stands for the value.
 */
final class JsonFields {

    private final JsonNode object;
    private final JsonPointer place;
    private final List<FieldError> errors;

    private JsonFields(JsonNode object, JsonPointer place, List<FieldError> errors) {
        this.object = object;
        this.place = place;
        this.errors = errors;
    }

    static JsonFields of(JsonNode object) {
        return new JsonFields(object, JsonPointer.empty(), new ArrayList<>());
    }

    /** Those of an object in this one; none if it is not there, or is no object. */
    JsonFields in(String field) {
        return new JsonFields(object.path(field), place.appendProperty(field), errors);
    }

    /** All that was wrong so far, also in objects inside. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    <T> @Nullable T refuse(String field, String code, String detail) {
        errors.add(new FieldError(null, place.appendProperty(field).toString(), code, detail));
        return null;
    }

    /**
     * A name that is misspelt would else say something else. What was read may be written back: what the service gives of it
     * is passed over.
     *
     * @param form has a component for each field
     * @param given fields of it that the service gives
     */
    void refuseOthersThan(Class<? extends Record> form, Set<String> given) {
        Set<String> known = Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        String expected = known.stream().filter(Predicate.not(given::contains)).collect(Collectors.joining(", "));
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(name, "unknown-field", "Expected one of " + expected + ", got '" + name + "'.");
            }
        });
    }

    /** Whatever stands there. */
    JsonNode value(String field) {
        return object.path(field);
    }

    boolean has(String field) {
        return object.hasNonNull(field);
    }

    @Nullable
    String text(String field, boolean required) {
        if (!has(field)) {
            return required ? refuse(field, "required", "The field " + field + " is required.") : null;
        }
        JsonNode value = object.get(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return refuse(field, "not-a-text", "Expected a text, got " + value + ".");
        }
        return value.textValue();
    }

    @Nullable
    Double number(String field) {
        JsonNode value = object.path(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return refuse(field, "not-a-number", "Expected a number, got " + value + ".");
        }
        return value.doubleValue();
    }

    /** @param otherwise where there is none; {@code null} if there must be one */
    @Nullable
    Integer whole(String field, int least, int most, @Nullable Integer otherwise) {
        if (!has(field) && otherwise != null) {
            return otherwise;
        }
        JsonNode value = object.path(field);
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            return refuse(
                    field,
                    "out-of-range",
                    "Expected a whole number from " + least + " to " + most + ", got " + value + ".");
        }
        return value.intValue();
    }

    @Nullable
    Boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = object.get(field);
        return value.isBoolean()
                ? (Boolean) value.booleanValue()
                : refuse(field, "not-a-boolean", "Expected true or false, got " + value + ".");
    }

    /**
     * One of some, by its code.
     *
     * @param otherwise where there is none; {@code null} if there must be one
     */
    <E> @Nullable E coded(String field, E[] all, Function<E, String> code, @Nullable E otherwise) {
        if (!has(field) && otherwise != null) {
            return otherwise;
        }
        String text = text(field, true);
        if (text == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(text))
                .findFirst()
                .orElseGet(() -> refuse(
                        field,
                        "not-one-of",
                        "Expected one of " + Arrays.stream(all).map(code).collect(Collectors.joining(", ")) + ", got '"
                                + text + "'."));
    }
}
