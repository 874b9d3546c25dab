package nl.buurtpuls.report.area;

import io.quarkus.arc.DefaultBean;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import nl.buurtpuls.contract.area.AreaTable;

/** Which areas there are. */
@ConfigMapping(prefix = "buurtpuls.areas")
public interface AreaConfig {

    /** Folder with {@code areas.csv} and {@code groups.csv}; replaces the area tables that are shipped. */
    Optional<Path> folder();

    /** Makes the table, and the clock of the country it is of. */
    @ApplicationScoped
    class Source {
        @Produces
        @Singleton
        AreaTable areas(AreaConfig config) {
            return config.folder().map(AreaTable::in).orElseGet(AreaTable::shipped);
        }

        @Produces
        @Singleton
        @DefaultBean
        Clock clock() {
            return Clock.system(ZoneId.of("Europe/Amsterdam"));
        }
    }
}
