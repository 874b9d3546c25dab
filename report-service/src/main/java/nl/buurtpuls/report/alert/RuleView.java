package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.report.alert.RuleStore.Kept;
import nl.buurtpuls.report.table.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rule as it is written and read: section 4 of the contract. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "AlertRule",
        description = "When an area gets an alert. Exactly one of threshold, change and rank is given.")
record RuleView(
        @Schema(description = "Lower-case letters, digits and hyphens", examples = "bijstand-buurt")
        String id,

        @Schema(description = "Counts the changes of the rule; given by the service") @Nullable
        Integer version,

        @Schema(examples = "social-assistance.minors.share") String indicator,

        @Schema(examples = "buurt") String level,

        @Schema(examples = "GM0917") @Nullable String within,

        @Schema(description = "above or below", examples = "above") @Nullable
        String direction,

        @Schema(examples = "0.25") @Nullable Double threshold,

        @Nullable ChangeView change,

        @Nullable RankView rank,

        @Schema(examples = "0.23") @Nullable Double clearAt,

        @Schema(description = "ISO 8601, whole days", examples = "P7D")
        String holdFor,

        int minimumPopulation,
        String severity,

        @Schema(description = "Shown to those who keep rules", examples = "https://example.nl/hooks/buurtpuls")
        @Nullable
        String webhook,

        @Schema(description = "Whether exact figures decide; asks for the role exact-reader")
        boolean exact,

        boolean enabled,

        @Schema(description = "Why the line lies where it lies") @Nullable
        Text reason,

        @Schema(description = "When this version was made; given by the service") @Nullable
        Instant changedAt,

        @Schema(description = "Who made this version; given by the service, to those who keep rules") @Nullable
        String changedBy,

        @Schema(description = "Whether the rule was removed by this version; given by the service") @Nullable
        Boolean removed) {

    /** A change over a window. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangeView(
            @Schema(examples = "1y") String over,

            @Schema(examples = "0.05") @Nullable Double above,

            @Nullable Double below) {}

    /** A place among the worst. */
    record RankView(@Schema(examples = "10") int worst) {}

    static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "indicator",
            "level",
            "within",
            "direction",
            "threshold",
            "changeOver",
            "worst",
            "clearAt",
            "holdFor",
            "minimumPopulation",
            "severity",
            "enabled",
            "changedAt",
            "changedBy",
            "removed");

    /** A rule as somebody writes it. */
    static RuleView of(AlertRule rule) {
        return of(rule, null, null, null, null);
    }

    /** A version of a rule, with what is known of its making. */
    static RuleView of(Kept kept) {
        return of(kept.rule(), kept.version(), kept.changedAt().toInstant(), kept.changedBy(), kept.removed());
    }

    private static RuleView of(
            AlertRule rule,
            @Nullable Integer version,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable Boolean removed) {
        Condition condition = rule.condition();
        boolean above = condition.direction() == Direction.ABOVE;
        ChangeView change = condition instanceof Condition.Change it
                ? new ChangeView(it.over().code(), above ? it.threshold() : null, above ? null : it.threshold())
                : null;
        Condition.Rank rank = condition instanceof Condition.Rank it ? it : null;
        return new RuleView(
                rule.id(),
                version,
                rule.indicator().id(),
                rule.level().code(),
                rule.within(),
                change != null
                        ? null
                        : rank != null
                                ? rank.worstIs().code()
                                : condition.direction().code(),
                condition instanceof Condition.Threshold ? (Double) condition.threshold() : null,
                change,
                rank == null ? null : new RankView(rank.worst()),
                rank == null ? condition.clearAt() : rank.lastPlace() == null ? null : Double.valueOf(rank.lastPlace()),
                rule.holdFor().toString(),
                rule.minimumPopulation(),
                rule.severity().code(),
                rule.webhook() == null ? null : rule.webhook().toString(),
                rule.exact(),
                rule.enabled(),
                rule.reason(),
                changedAt,
                changedBy,
                removed);
    }

    /**
     * As those read it who do not keep rules: an address may be all that it takes to write there, and who made a rule is a
     * matter of those who make them.
     */
    RuleView forOthers() {
        return new RuleView(
                id,
                version,
                indicator,
                level,
                within,
                direction,
                threshold,
                change,
                rank,
                clearAt,
                holdFor,
                minimumPopulation,
                severity,
                null,
                exact,
                enabled,
                reason,
                changedAt,
                null,
                removed);
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                version,
                indicator,
                level,
                within,
                direction,
                change == null ? threshold : change.above() != null ? change.above() : change.below(),
                change == null ? null : change.over(),
                rank == null ? null : rank.worst(),
                clearAt,
                holdFor,
                minimumPopulation,
                severity,
                enabled,
                changedAt,
                changedBy,
                removed);
    }
}
