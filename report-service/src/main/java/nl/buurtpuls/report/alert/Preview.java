package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.alert.AlertState.Firing;
import nl.buurtpuls.report.alert.AlertState.Resolved;
import nl.buurtpuls.report.alert.Judge.Judgement;
import nl.buurtpuls.report.alert.Judge.Span;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.problem.Dates;
import nl.buurtpuls.report.problem.ProblemException;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Tries a rule on all that is known, without anybody being told. */
@ApplicationScoped
class Preview {

    /** Each is some hundredths of a second of work. */
    private static final int MOST_AREAS = 500;

    private final Judge judge;
    private final LedgerReader ledger;
    private final AreaTable table;
    private final Dates dates;
    private final Scope scope;

    Preview(Judge judge, LedgerReader ledger, AreaTable table, Dates dates) {
        this.judge = judge;
        this.ledger = ledger;
        this.table = table;
        this.dates = dates;
        this.scope = new Scope(table);
    }

    /** What a rule would have said: the areas that would have had alerts. */
    @Schema(name = "AlertRulePreview")
    record PreviewView(List<AreaPreview> areas) implements Tabular {
        @Override
        public Table table() {
            return new Table(
                    List.of("area", "name", "since", "firedOn", "resolvedOn", "cause"),
                    areas.stream()
                            .flatMap(area -> area.alerts().stream()
                                    .map(alert -> Table.row(
                                            area.area(),
                                            area.name(),
                                            alert.since(),
                                            alert.firedOn(),
                                            alert.resolvedOn(),
                                            alert.cause())))
                            .toList());
        }
    }

    /** The alerts of an area, in order. */
    @Schema(name = "AlertRulePreviewArea")
    record AreaPreview(String area, String name, List<AlertPreview> alerts) {}

    /** An alert that there would have been; one that there would be now is not resolved. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AlertRulePreviewAlert")
    record AlertPreview(
            LocalDate since,
            LocalDate firedOn,
            @Nullable LocalDate resolvedOn,
            @Nullable String cause) {}

    /** What the rule would have said, of each area that has figures. */
    Uni<PreviewView> of(AlertRule rule) {
        return ledger.areas().chain(areas -> {
            List<String> covered =
                    areas.stream().filter(area -> scope.includes(rule, area)).toList();
            if (covered.size() > MOST_AREAS) {
                throw ProblemException.invalid(
                        "within",
                        "too-many-areas",
                        "The rule holds for " + covered.size() + " areas, and can be tried on " + MOST_AREAS
                                + ": name an area that they lie in.");
            }
            return judged(rule, covered).map(this::view);
        });
    }

    private Uni<Map<String, Judgement>> judged(AlertRule rule, List<String> areas) {
        if (rule.condition() instanceof Condition.Rank rank) {
            return judge.ofRanks(rule, rank, areas, Span.upTo(dates.today()));
        }
        Map<String, Judgement> judgements = new LinkedHashMap<>();
        return Multi.createFrom()
                .iterable(areas)
                .onItem()
                .transformToUniAndConcatenate(area -> judge.of(area, List.of(rule), Span.upTo(dates.today()))
                        .invoke(found -> judgements.put(area, found.get(rule))))
                .collect()
                .asList()
                .replaceWith(judgements);
    }

    private PreviewView view(Map<String, Judgement> judgements) {
        List<AreaPreview> areas = new ArrayList<>();
        judgements.forEach((area, judgement) -> {
            List<AlertPreview> alerts = alerts(judgement.timeline());
            if (!alerts.isEmpty()) {
                areas.add(new AreaPreview(
                        area, table.find(area).map(its -> its.name()).orElse(area), alerts));
            }
        });
        return new PreviewView(areas);
    }

    private static List<AlertPreview> alerts(AlertTimeline timeline) {
        List<AlertPreview> alerts = new ArrayList<>();
        for (Resolved past : timeline.past()) {
            alerts.add(new AlertPreview(
                    past.since(), past.firedOn(), past.on(), past.cause().code()));
        }
        if (timeline.now() instanceof Firing firing) {
            alerts.add(new AlertPreview(firing.since(), firing.firedOn(), null, null));
        }
        return alerts;
    }
}
