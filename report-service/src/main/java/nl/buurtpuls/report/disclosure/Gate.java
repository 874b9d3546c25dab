package nl.buurtpuls.report.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;
import org.jspecify.annotations.Nullable;

/**
 * The gate that every figure of persons passes on its way out. It lets all through: there are no rules of disclosure
 * control yet, so this service is not to be opened to the public.
 */
@ApplicationScoped
public class Gate {

    /** An indicator as it may be read. */
    public Point publish(Indicator indicator, Figures figures) {
        return publish(indicator.of(figures));
    }

    /** A figure as it may be read. */
    public Point publish(Point point) {
        return point;
    }

    /**
     * An index of how a group lives among others, as it may be read; {@code null} if it is undefined or withheld.
     *
     * @param members persons of the group, in all units together
     * @param persons all persons in those units
     */
    public @Nullable Double publish(@Nullable Double index, long members, long persons) {
        return index;
    }
}
