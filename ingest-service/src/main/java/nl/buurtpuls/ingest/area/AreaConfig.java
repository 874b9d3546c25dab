package nl.buurtpuls.ingest.area;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import nl.buurtpuls.contract.area.AreaTable;

/** Which areas the door knows. */
@ConfigMapping(prefix = "buurtpuls.areas")
public interface AreaConfig {

    /** Folder with {@code areas.csv} and {@code groups.csv}; replaces the area tables that are shipped. */
    Optional<Path> folder();

    /** Makes the table at the start, so that a service with a wrong one does not start. */
    @ApplicationScoped
    class Source {
        @Produces
        @Singleton
        @Startup
        AreaTable areas(AreaConfig config) {
            try {
                return config.folder().map(AreaTable::in).orElseGet(AreaTable::shipped);
            } catch (IllegalArgumentException | UncheckedIOException e) {
                // Without a cause: the message says it all, and is printed alone then.
                throw new ConfigurationException("buurtpuls.areas.folder: " + e.getMessage());
            }
        }
    }
}
