package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.alert.AlertState.Acknowledgement;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import nl.buurtpuls.report.table.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An alert as it is read, and as receivers get it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Alert", description = "What a rule says of an area; all days are of event time")
record AlertView(
        @Schema(examples = "bijstand-buurt.BU09171000.1") String id,

        @Schema(examples = "bijstand-buurt") String rule,

        int ruleVersion,
        String area,
        String name,
        String level,
        String indicator,

        @Schema(description = "pending, firing, acknowledged or resolved")
        String state,

        String severity,

        @Schema(description = "The day on which the line was crossed")
        LocalDate since,

        @Nullable LocalDate firedOn,
        @Nullable LocalDate resolvedOn,

        @Schema(
                description =
                        "Why it is over: cleared, too-few-residents, correction (what is known now does not cross the line) or rule-changed")
        @Nullable
        String cause,

        @JsonInclude
        @Schema(
                nullable = true,
                description =
                        "The figure, change or place that the rule holds against its line, as last seen; null if there is none or it is withheld")
        @Nullable
        Double value,

        double threshold,
        @Nullable Acknowledgement acknowledgement,
        Text explanation,
        Instant changedAt) {

    static final List<String> COLUMNS = List.of(
            "id",
            "rule",
            "area",
            "name",
            "level",
            "indicator",
            "state",
            "severity",
            "since",
            "firedOn",
            "resolvedOn",
            "cause",
            "value",
            "threshold",
            "changedAt");

    static AlertView of(Alert alert, String areaName) {
        AlertState state = alert.state();
        Resolved over = state instanceof Resolved resolved ? resolved : null;
        AlertRule rule = alert.rule();
        return new AlertView(
                alert.id(),
                rule.id(),
                alert.ruleVersion(),
                alert.area(),
                areaName,
                rule.level().code(),
                rule.indicator().id(),
                state.code(),
                rule.severity().code(),
                state.since(),
                state.firedOn(),
                over == null ? null : over.on(),
                over == null ? null : over.cause().code(),
                alert.value(),
                rule.condition() instanceof Condition.Rank rank
                        ? rank.worst()
                        : rule.condition().threshold(),
                state.acknowledgement(),
                Explanation.of(alert, areaName),
                alert.changedAt());
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                rule,
                area,
                name,
                level,
                indicator,
                state,
                severity,
                since,
                firedOn,
                resolvedOn,
                cause,
                value,
                threshold,
                changedAt);
    }
}
