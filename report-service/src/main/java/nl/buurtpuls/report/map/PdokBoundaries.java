package nl.buurtpuls.report.map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Optional<PdokReader> pdok;
    private final Duration keep;
    private final Duration patience;
    private final Duration retryAfter;
    private final Clock clock;
    private final Map<Question, Answer> answers = new ConcurrentHashMap<>();
    private final Map<Question, CompletableFuture<Outlines>> underWay = new ConcurrentHashMap<>();

    /** What is asked of PDOK: a collection, of one municipality or of all. */
    private record Question(String collection, @Nullable String municipality) {}

    /** What is known, and when to ask anew. */
    private record Answer(Outlines outlines, Instant askAgain) {}

    PdokBoundaries(MapConfig config, ObjectMapper json, Clock clock) {
        pdok = config.pdokUrl().map(root -> new PdokReader(root, config.pdokTimeout(), json));
        keep = config.pdokKeep();
        patience = config.pdokTimeout();
        retryAfter = config.pdokRetryAfter();
        this.clock = clock;
    }

    @Override
    public Uni<Outlines> outlines(Level level, @Nullable String municipality) {
        String collection = COLLECTIONS.get(level);
        if (pdok.isEmpty() || collection == null) {
            return Uni.createFrom().item(NONE);
        }
        Question question = new Question(collection, municipality);
        return Uni.createFrom().deferred(() -> outlines(pdok.get(), question));
    }

    private Uni<Outlines> outlines(PdokReader reader, Question question) {
        Answer known = answers.get(question);
        if (known != null && clock.instant().isBefore(known.askAgain())) {
            return Uni.createFrom().item(known.outlines());
        }
        CompletableFuture<Outlines> asked = underWay.computeIfAbsent(question, any -> ask(reader, question));
        if (known != null && !known.outlines().isEmpty()) {
            return Uni.createFrom().item(known.outlines());
        }
        // A copy, since a reader who goes away takes the future along that others wait for.
        return Uni.createFrom()
                .completionStage(asked.copy())
                .ifNoItem()
                .after(patience)
                .recoverWithItem(NONE);
    }

    private CompletableFuture<Outlines> ask(PdokReader reader, Question question) {
        return reader.read(question.collection(), question.municipality())
                .map(byCode -> new Outlines(NONE.source(), NONE.attribution(), byCode))
                .map(outlines -> remember(question, outlines, outlines.isEmpty() ? retryAfter : keep))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("PDOK is out of reach for %s: %s", question, failure);
                    Answer known = answers.get(question);
                    return remember(question, known == null ? NONE : known.outlines(), retryAfter);
                })
                .subscribeAsCompletionStage();
    }

    private Outlines remember(Question question, Outlines outlines, Duration time) {
        answers.put(question, new Answer(outlines, clock.instant().plus(time)));
        underWay.remove(question);
        return outlines;
    }
}
