package nl.buurtpuls.report.map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.area.Level;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Real boundaries from PDOK, the distribution service of Dutch geo-information: collections {@code buurten}, {@code wijken}
 * and {@code gemeenten} of CBS wijken en buurten, filtered by {@code gemeentecode}.
 *
 * <p>What was fetched is kept in memory. When it is no longer current it is asked for anew and used meanwhile, also if PDOK
 * cannot be reached then: old boundaries are better than none. A reader waits for an answer of PDOK's for a short time only.
 */
@ApplicationScoped
class PdokBoundaries implements OutlineSource {

    private static final Logger LOG = Logger.getLogger(PdokBoundaries.class);

    private static final Outlines NONE = new Outlines("pdok", "CBS and Kadaster, by PDOK (CC BY 4.0)", Map.of());
    private static final Map<Level, String> COLLECTIONS =
            Map.of(Level.BUURT, "buurten", Level.WIJK, "wijken", Level.MUNICIPALITY, "gemeenten");
    private static final String PAGE_SIZE = "1000";
    /** All buurten of the country are some fifteen pages; a service that goes on for ever is not followed. */
    private static final int MOST_PAGES = 40;

    private static final int MOST_QUESTIONS = 1_000;

    private final Optional<PdokFeatures> pdok;
    private final Duration timeout;
    private final ObjectMapper json;
    private final AsyncLoadingCache<Question, Outlines> kept;

    /** What is asked of PDOK: a collection, of one municipality or of all. */
    private record Question(String collection, @Nullable String municipality) {}

    @Inject
    PdokBoundaries(MapConfig config, ObjectMapper json) {
        this(config, json, Ticker.systemTicker());
    }

    PdokBoundaries(MapConfig config, ObjectMapper json, Ticker ticker) {
        this.json = json;
        timeout = config.pdokTimeout();
        pdok = config.pdokUrl().map(url -> client(url, timeout));
        kept = Caffeine.newBuilder()
                .ticker(ticker)
                .maximumSize(MOST_QUESTIONS)
                .refreshAfterWrite(config.pdokKeep())
                .expireAfter(new NothingIsKeptShortly(config.pdokRetryAfter()))
                .buildAsync(new Fetching());
    }

    private static PdokFeatures client(URI url, Duration timeout) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(PdokFeatures.class);
    }

    @Override
    public Uni<Outlines> outlines(Level level, @Nullable String municipality) {
        String collection = COLLECTIONS.get(level);
        if (pdok.isEmpty() || collection == null) {
            return Uni.createFrom().item(NONE);
        }
        // A copy, since a reader who goes away takes the future along that others wait for.
        return Uni.createFrom()
                .completionStage(
                        () -> kept.get(new Question(collection, municipality)).copy())
                .ifNoItem()
                .after(timeout)
                .recoverWithItem(NONE);
    }

    private Uni<Outlines> fetch(PdokFeatures service, Question question) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("f", "json");
        query.put("limit", PAGE_SIZE);
        if (question.municipality() != null) {
            query.put("gemeentecode", question.municipality());
        }
        return page(service, question.collection(), query, new GeoJson(json), 1);
    }

    private Uni<Outlines> page(
            PdokFeatures service, String collection, Map<String, String> query, GeoJson gathered, int number) {
        return service.items(collection, query)
                .emitOn(Infrastructure.getDefaultExecutor())
                .chain(page -> {
                    Optional<Map<String, String>> next = read(page, gathered).map(QueryString::parse);
                    return next.isPresent() && number < MOST_PAGES
                            ? page(service, collection, next.get(), gathered, number + 1)
                            : Uni.createFrom()
                                    .item(() -> new Outlines(NONE.source(), NONE.attribution(), gathered.outlines()));
                });
    }

    private static Optional<String> read(byte[] page, GeoJson gathered) {
        try {
            return gathered.read(new ByteArrayInputStream(page));
        } catch (IOException e) {
            throw new IllegalArgumentException("PDOK's answer is no JSON", e);
        }
    }

    /** Fetches boundaries. The first time a failure gives none; later it leaves those that there are. */
    private final class Fetching implements AsyncCacheLoader<Question, Outlines> {

        @Override
        public CompletableFuture<Outlines> asyncLoad(Question question, Executor executor) {
            return fetched(question).exceptionally(failure -> {
                LOG.warnf("PDOK is out of reach for %s; the map is drawn as tiles: %s", question, failure);
                return NONE;
            });
        }

        @Override
        public CompletableFuture<Outlines> asyncReload(Question question, Outlines old, Executor executor) {
            return fetched(question).exceptionally(failure -> {
                LOG.warnf("PDOK is out of reach for %s; its earlier boundaries stay: %s", question, failure);
                return old;
            });
        }

        private CompletableFuture<Outlines> fetched(Question question) {
            return fetch(pdok.orElseThrow(), question).subscribeAsCompletionStage();
        }
    }

    /** Boundaries stay until there are newer ones; that there are none is believed for a short time only. */
    private record NothingIsKeptShortly(Duration shortly) implements Expiry<Question, Outlines> {

        @Override
        public long expireAfterCreate(Question question, Outlines outlines, long now) {
            return outlines.byCode().isEmpty() ? shortly.toNanos() : Long.MAX_VALUE;
        }

        @Override
        public long expireAfterUpdate(Question question, Outlines outlines, long now, long left) {
            return expireAfterCreate(question, outlines, now);
        }

        @Override
        public long expireAfterRead(Question question, Outlines outlines, long now, long left) {
            return left;
        }
    }
}
