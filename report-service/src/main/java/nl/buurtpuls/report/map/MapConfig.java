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
     * GeoJSON files with boundaries in WGS84, or folders of {@code .geojson} and {@code .json} files. A feature's area code is
     * the first of these properties that it has: {@code code}, {@code statcode}, {@code buurtcode}, {@code wijkcode},
     * {@code gemeentecode}. If an area is in two files, the first counts. The files are read at the start; the service does not
     * start if one cannot be read.
     */
    Optional<List<Path>> boundaries();

    /** Source to name for the boundaries in those files. */
    @WithDefault("Boundaries supplied by the operator")
    String boundariesAttribution();

    /**
     * Address of PDOK's OGC API Features of CBS wijken en buurten, up to and including {@code /ogc/v1}, of the same year as the
     * area table: {@code https://api.pdok.nl/cbs/wijken-en-buurten-2023/ogc/v1}.
     */
    Optional<URI> pdokUrl();

    /** How long boundaries from PDOK count as current. After that they are fetched again; the old ones are used meanwhile. */
    @WithDefault("7d")
    Duration pdokKeep();

    /** How long to wait for a page from PDOK, and how long a reader of the map waits; then the map is drawn without it. */
    @WithDefault("5s")
    Duration pdokTimeout();

    /** How long to wait after PDOK was unreachable before it is tried again. */
    @WithDefault("1m")
    Duration pdokRetryAfter();
}
