package nl.buurtpuls.report.gauge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.Gate;
import nl.buurtpuls.report.disclosure.ReleasedFigures;
import nl.buurtpuls.report.ledger.LedgerReader;
import nl.buurtpuls.report.ledger.Needs;
import nl.buurtpuls.report.problem.Dates;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * {@code buurtpuls_indicator_value}: the published figures of today. Metrics are open to all, so others do not stand there; a
 * figure that is undefined or withheld has no series.
 */
@ApplicationScoped
@Startup
class IndicatorGauges {

    private static final Logger LOG = Logger.getLogger(IndicatorGauges.class);

    private final LedgerReader ledger;
    private final Gate gate;
    private final AreaTable table;
    private final Dates dates;
    private final GaugeConfig config;
    private final List<Indicator> indicators;
    private final MultiGauge gauges;
    private @Nullable Cancellable rounds;

    IndicatorGauges(
            LedgerReader ledger, Gate gate, AreaTable table, Dates dates, GaugeConfig config, MeterRegistry registry) {
        this.ledger = ledger;
        this.gate = gate;
        this.table = table;
        this.dates = dates;
        this.config = config;
        this.indicators = indicators(config);
        this.gauges = MultiGauge.builder("buurtpuls.indicator.value")
                .description("Published figures of today, in the unit of the indicator")
                .register(registry);
    }

    private static List<Indicator> indicators(GaugeConfig config) {
        List<Indicator> found = new ArrayList<>();
        config.indicators()
                .ifPresentOrElse(
                        ids -> ids.forEach(id -> found.add(Catalogue.find(id)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "buurtpuls.metrics.indicators: there is no indicator " + id)))),
                        () -> Catalogue.indicators().forEach(found::add));
        return List.copyOf(found);
    }

    void start(@Observes StartupEvent event) {
        List<Level> levels = config.levels().orElse(List.of());
        if (levels.isEmpty()) {
            return;
        }
        rounds = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofSeconds(2))
                .every(config.every())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(any -> ledger.areas()
                        .map(areas -> areas.stream()
                                // Who leaves for elsewhere lives in a buurt there that stands for all, and has no name.
                                .filter(area -> table.find(area).isPresent() && levels.contains(table.levelOf(area)))
                                .limit(config.mostAreas())
                                .toList())
                        .chain(areas -> gate.published().figures(areas, Needs.of(indicators), dates.today()))
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(this::show)
                        .onFailure()
                        .invoke(failure -> LOG.warnf("figures as metrics wait: %s", failure.getMessage()))
                        .onFailure()
                        .recoverWithNull()
                        .replaceWithVoid())
                .subscribe()
                .with(any -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (rounds != null) {
            rounds.cancel();
        }
    }

    private void show(Map<String, ReleasedFigures> figures) {
        List<MultiGauge.Row<Number>> rows = new ArrayList<>();
        figures.forEach((area, its) -> {
            Level level = table.levelOf(area);
            for (Indicator indicator : indicators) {
                Number value = indicator.isAt(level) ? its.read(indicator).value() : null;
                if (value != null) {
                    Tags tags = Tags.of("area", area, "level", level.code(), "indicator", indicator.id());
                    rows.add(MultiGauge.Row.of(tags, value));
                }
            }
        });
        gauges.register(new ArrayList<>(rows), true);
    }
}
