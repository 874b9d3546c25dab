package nl.buurtpuls.report.disclosure;

import nl.buurtpuls.contract.snapshot.Point;
import org.jspecify.annotations.Nullable;

/** Figures past the gate, for tests of what is done with them. */
public final class Exactly {

    private Exactly() {}

    /** One that is let through as it is. */
    public static PublishedPoint point(
            @Nullable Number value, @Nullable Number numerator, @Nullable Number denominator) {
        return PublishedPoint.exactly(new Point(value, numerator, denominator, false));
    }
}
