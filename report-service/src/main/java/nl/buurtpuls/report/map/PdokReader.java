package nl.buurtpuls.report.map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads outlines from PDOK page by page. */
final class PdokReader {

    private static final String PAGE_SIZE = "1000";
    /** All buurten of the country are some fifteen pages; a service that goes on for ever is not followed. */
    private static final int MOST_PAGES = 40;

    private final PdokFeatures pdok;
    private final ObjectMapper json;

    /** A reader of the service at a root. Its pages come within the timeout, or the reading fails. */
    PdokReader(URI root, Duration timeout, ObjectMapper json) {
        pdok = QuarkusRestClientBuilder.newBuilder()
                .baseUri(root)
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(PdokFeatures.class);
        this.json = json;
    }

    /** The outlines in a collection by code, of one municipality if one is given. Comes, or fails, on a worker thread. */
    Uni<Map<String, Outline>> read(String collection, @Nullable String municipality) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("f", "json");
        query.put("limit", PAGE_SIZE);
        if (municipality != null) {
            query.put("gemeentecode", municipality);
        }
        return page(collection, query, new GeoJson(json), 1);
    }

    private Uni<Map<String, Outline>> page(String collection, Map<String, String> query, GeoJson gathered, int number) {
        return pdok.items(collection, query)
                .emitOn(Infrastructure.getDefaultExecutor())
                .chain(page -> {
                    Optional<Map<String, String>> next = take(page, gathered).map(QueryString::parse);
                    return next.isPresent() && number < MOST_PAGES
                            ? page(collection, next.get(), gathered, number + 1)
                            : Uni.createFrom().item(gathered::outlines);
                });
    }

    private static Optional<String> take(byte[] page, GeoJson gathered) {
        try {
            return gathered.read(new ByteArrayInputStream(page));
        } catch (IOException e) {
            throw new IllegalArgumentException("PDOK's answer is no JSON", e);
        }
    }
}
