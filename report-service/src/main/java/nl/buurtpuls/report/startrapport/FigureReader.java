package nl.buurtpuls.report.startrapport;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.report.disclosure.Release;
import nl.buurtpuls.report.ledger.Needs;
import nl.buurtpuls.report.retention.Retention;

/** Reads all that a report asks for, side by side. */
@ApplicationScoped
class FigureReader {

    private final AreaTable table;

    FigureReader(AreaTable table) {
        this.table = table;
    }

    Uni<Readings> read(Asked asked, Release release) {
        Readings readings = new Readings();
        List<Uni<?>> reads = new ArrayList<>();
        asked.groups().forEach(group -> reads.add(read(group, release, readings)));
        asked.spans()
                .forEach(span -> reads.add(Retention.read(release, span.area(), span.from(), span.to())
                        .invoke(readings::put)));
        return reads.isEmpty()
                ? Uni.createFrom().item(readings)
                : Uni.combine().all().unis(reads).discardItems().replaceWith(readings);
    }

    private Uni<?> read(Asked.Group group, Release release, Readings readings) {
        return release.figures(group.areas(), Needs.of(group.indicators()), group.date())
                .invoke(figures -> figures.forEach((area, its) -> {
                    Level level = table.levelOf(area);
                    for (Indicator indicator : group.indicators()) {
                        if (indicator.isAt(level)) {
                            readings.put(area, indicator, group.date(), its.read(indicator));
                        }
                    }
                }));
    }
}
