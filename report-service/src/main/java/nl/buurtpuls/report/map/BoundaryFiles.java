package nl.buurtpuls.report.map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.buurtpuls.contract.area.Level;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Real boundaries from files of the operator's, read at the start. */
@Startup
@ApplicationScoped
class BoundaryFiles implements OutlineSource {

    private static final Logger LOG = Logger.getLogger(BoundaryFiles.class);

    private final Outlines boundaries;

    @Inject
    BoundaryFiles(MapConfig config, ObjectMapper json) {
        this(config.boundaries().orElse(List.of()), config.boundariesAttribution(), json);
    }

    /**
     * Reads files and the files in folders. Of an area that is in more than one the first is taken.
     *
     * @throws UncheckedIOException naming the file that cannot be read
     * @throws IllegalArgumentException naming the file that has no boundaries in WGS84
     */
    BoundaryFiles(List<Path> filesAndFolders, String attribution, ObjectMapper json) {
        Map<String, Outline> byCode = new LinkedHashMap<>();
        filesAndFolders.stream()
                .flatMap(BoundaryFiles::files)
                .forEach(file -> read(file, json).forEach(byCode::putIfAbsent));
        boundaries = new Outlines("file", attribution, byCode);
        if (!filesAndFolders.isEmpty()) {
            LOG.infof("boundaries of %d areas from %s", byCode.size(), filesAndFolders);
        }
    }

    @Override
    public Uni<Outlines> outlines(Level level, @Nullable String municipality) {
        return Uni.createFrom().item(boundaries);
    }

    private static Stream<Path> files(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return Stream.of(fileOrFolder);
        }
        try (Stream<Path> within = Files.list(fileOrFolder)) {
            return within
                    .filter(file -> file.toString().endsWith(".geojson")
                            || file.toString().endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("buurtpuls.map.boundaries: " + fileOrFolder + " cannot be read", e);
        }
    }

    private static Map<String, Outline> read(Path file, ObjectMapper json) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            GeoJson boundaries = new GeoJson(json);
            boundaries.read(in);
            return boundaries.outlines();
        } catch (IOException e) {
            throw new UncheckedIOException("buurtpuls.map.boundaries: " + file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("buurtpuls.map.boundaries: " + file + ": " + e.getMessage(), e);
        }
    }
}
