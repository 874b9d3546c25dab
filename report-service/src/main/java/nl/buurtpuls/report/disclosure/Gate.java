package nl.buurtpuls.report.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.snapshot.Point;

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
}
