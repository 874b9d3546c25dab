package nl.buurtpuls.report.map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where the outlines on the map come from. Without any of these it is drawn as a tile grid. */
@ConfigMapping(prefix = "buurtpuls.map")
public interface MapConfig {

    /**
     * GeoJSON files with boundaries in WGS84, or folders of {@code .geojson} and {@code .json} files. A feature is known
     * by its property {@code code}, {@code statcode}, {@code buurtcode}, {@code wijkcode} or {@code gemeentecode}, the
     * first of these that it has. Of an area that is in two files the first is taken. They are read at the start, which
     * fails if they cannot be.
     */
    Optional<List<Path>> boundaries();

    /** Whom to name as the source of the boundaries in those files. */
    @WithDefault("Boundaries supplied by the operator")
    String boundariesAttribution();

    /**
     * The OGC API Features of CBS wijken en buurten at PDOK, up to and with {@code /ogc/v1}, of the year of the area
     * table: {@code https://api.pdok.nl/cbs/wijken-en-buurten-2023/ogc/v1}.
     */
    Optional<URI> pdokUrl();

    /** How long boundaries from PDOK are held to be current; after that they are asked for anew, and used meanwhile. */
    @WithDefault("7d")
    Duration pdokKeep();

    /** How long to wait for a page of PDOK's, and how long a reader of the map does; then the map is drawn without. */
    @WithDefault("5s")
    Duration pdokTimeout();

    /** How long PDOK is left alone after it was out of reach. */
    @WithDefault("1m")
    Duration pdokRetryAfter();
}
