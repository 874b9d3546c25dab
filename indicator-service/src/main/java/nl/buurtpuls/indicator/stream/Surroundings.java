package nl.buurtpuls.indicator.stream;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import nl.buurtpuls.contract.area.AreaTable;

/** What the engine stands in: the calendar and the map. */
@ApplicationScoped
public class Surroundings {

    /** The one clock: the day turns at midnight in the Netherlands. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Amsterdam"));
    }

    @Produces
    @Singleton
    AreaTable areas(IndicatorConfig config) {
        return config.areasFolder().map(AreaTable::in).orElseGet(AreaTable::shipped);
    }
}
