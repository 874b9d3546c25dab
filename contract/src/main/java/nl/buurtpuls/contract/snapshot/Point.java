package nl.buurtpuls.contract.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param value the figure; {@code null} if undefined (a share over 0) or suppressed
 * @param numerator what is counted; for a plain count the count itself
 * @param denominator what it is a part of; {@code null} for a plain count
 * @param suppressed whether it is withheld to protect persons
 */
public record Point(
        @Nullable Number value,
        @Nullable Number numerator,
        @Nullable Number denominator,
        boolean suppressed) {}
