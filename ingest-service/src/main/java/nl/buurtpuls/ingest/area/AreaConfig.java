package nl.buurtpuls.ingest.area;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import nl.buurtpuls.contract.area.AreaTable;

/** Which areas the door knows. */
@ConfigMapping(prefix = "buurtpuls.areas")
public interface AreaConfig {

    /** Folder with {@code areas.csv} and {@code groups.csv} in place of the tables that are shipped. */
    Optional<Path> folder();

    /** Makes the table. */
    @ApplicationScoped
    class Source {
        @Produces
        @Singleton
        AreaTable areas(AreaConfig config) {
            return config.folder().map(AreaTable::in).orElseGet(AreaTable::shipped);
        }
    }
}
