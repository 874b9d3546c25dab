package nl.buurtpuls.report.alert;

import java.net.URI;
import java.time.Period;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Text;
import org.jspecify.annotations.Nullable;

/**
 * When an area gets an alert. {@link RuleReader} makes it, and only of what holds together.
 *
 * @param id its name: lower-case letters, digits and hyphens
 * @param level of the areas it holds for
 * @param within code of the area they lie in; {@code null} for all there are
 * @param holdFor how long the line must have been crossed before the alert fires, in event time
 * @param minimumPopulation residents that an area must have; with fewer there is no alert
 * @param webhook who is told; {@code null} for those who read alerts or listen to them
 * @param exact whether exact figures decide, and not the published ones
 * @param enabled whether it is in force
 * @param reason why the line lies where it lies, for who is alerted
 */
record AlertRule(
        String id,
        Indicator indicator,
        Level level,
        @Nullable String within,
        Condition condition,
        Period holdFor,
        int minimumPopulation,
        Severity severity,
        @Nullable URI webhook,
        boolean exact,
        boolean enabled,
        @Nullable Text reason) {}
