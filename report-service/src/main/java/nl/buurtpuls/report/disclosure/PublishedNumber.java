package nl.buurtpuls.report.disclosure;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A number of persons, or made of such, as its reader may have it; where it is undefined or withheld, {@code null}. */
@Schema(type = SchemaType.NUMBER, nullable = true)
public final class PublishedNumber {

    private static final PublishedNumber SUPPRESSED = new PublishedNumber(null, true);
    private static final PublishedNumber UNDEFINED = new PublishedNumber(null, false);

    private final @Nullable Number value;
    private final boolean suppressed;

    PublishedNumber(@Nullable Number value, boolean suppressed) {
        this.value = value;
        this.suppressed = suppressed;
    }

    /** One that is withheld. */
    public static PublishedNumber suppressed() {
        return SUPPRESSED;
    }

    /** One that there is not. */
    public static PublishedNumber undefined() {
        return UNDEFINED;
    }

    /** {@code null} if undefined or withheld. */
    @JsonValue
    public @Nullable Number value() {
        return value;
    }

    public boolean isSuppressed() {
        return suppressed;
    }

    /** As a figure: a plain count. */
    public PublishedPoint point() {
        return suppressed ? PublishedPoint.suppressed() : PublishedPoint.count(value);
    }

    @Override
    public String toString() {
        return suppressed ? "suppressed" : String.valueOf(value);
    }
}
