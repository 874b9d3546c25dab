package nl.buurtpuls.report.disclosure;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import nl.buurtpuls.contract.snapshot.Point;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One figure as its reader may have it. Only the gate makes it, and views hold no other. */
@Schema(name = "Point", description = "One figure")
@JsonPropertyOrder({"value", "numerator", "denominator", "suppressed"})
public final class PublishedPoint {

    private static final PublishedPoint SUPPRESSED = new PublishedPoint(null, null, null, true);

    @JsonProperty
    @Schema(nullable = true, description = "The figure; null if undefined (a share over 0) or suppressed")
    private final @Nullable Number value;

    @JsonProperty
    @Schema(nullable = true, description = "What is counted; for a plain count the count itself")
    private final @Nullable Number numerator;

    @JsonProperty
    @Schema(nullable = true, description = "What it is a part of; null for a plain count")
    private final @Nullable Number denominator;

    @JsonProperty
    @Schema(description = "Whether it is withheld to protect persons")
    private final boolean suppressed;

    PublishedPoint(
            @Nullable Number value, @Nullable Number numerator, @Nullable Number denominator, boolean suppressed) {
        this.value = value;
        this.numerator = numerator;
        this.denominator = denominator;
        this.suppressed = suppressed;
    }

    /** Exactly what there is, for who may read that. */
    static PublishedPoint exactly(Point point) {
        return new PublishedPoint(point.value(), point.numerator(), point.denominator(), point.suppressed());
    }

    static PublishedPoint count(@Nullable Number count) {
        return new PublishedPoint(count, count, null, false);
    }

    /** What is withheld. */
    public static PublishedPoint suppressed() {
        return SUPPRESSED;
    }

    /** The figure; {@code null} if undefined (a share over 0) or suppressed. */
    public @Nullable Number value() {
        return value;
    }

    /** What is counted; for a plain count the count itself. */
    public @Nullable Number numerator() {
        return numerator;
    }

    /** What it is a part of; {@code null} for a plain count. */
    public @Nullable Number denominator() {
        return denominator;
    }

    /** Whether it is withheld to protect persons. */
    public boolean isSuppressed() {
        return suppressed;
    }

    /** Its value alone. */
    public PublishedNumber number() {
        return new PublishedNumber(value, suppressed);
    }

    @Override
    public String toString() {
        return suppressed ? "suppressed" : value + " (" + numerator + " of " + denominator + ")";
    }
}
