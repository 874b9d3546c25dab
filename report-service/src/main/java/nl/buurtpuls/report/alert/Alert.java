package nl.buurtpuls.report.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert: what a rule says of an area, from the day on which the line was crossed until it is over.
 *
 * @param id {@code rule.area.number}, the number counting the alerts of the rule and the area
 * @param rule as it was when the alert last changed
 * @param ruleVersion its version
 * @param area code
 * @param value what the rule holds against its line, as last seen; {@code null} if there is none or it is withheld
 * @param changedAt when it last changed
 */
record Alert(
        String id,
        AlertRule rule,
        int ruleVersion,
        String area,
        int number,
        AlertState state,
        @Nullable Double value,
        Instant changedAt) {

    static String id(AlertRule rule, String area, int number) {
        return rule.id() + "." + area + "." + number;
    }

    Alert with(AlertState changed, @Nullable Double latest, Instant at) {
        return new Alert(id, rule, ruleVersion, area, number, changed, latest, at);
    }

    Alert by(AlertRule changed, int version) {
        return new Alert(id, changed, version, area, number, state, value, changedAt);
    }
}
