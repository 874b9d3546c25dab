/**
 * Alerts: rules, what they say of an area day by day, the alerts that follow, and their delivery. What a rule says is a pure
 * function of the rule and the area's daily figures ({@link nl.buurtpuls.report.alert.AlertTimeline}); all else is the shell that
 * reads figures, keeps alerts and tells of them.
 */
@NullMarked
package nl.buurtpuls.report.alert;

import org.jspecify.annotations.NullMarked;
