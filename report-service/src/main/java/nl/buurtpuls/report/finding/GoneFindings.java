package nl.buurtpuls.report.finding;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Findings whose records have left the topic leave the database. A scrub takes out what is about persons who were erased: it
 * writes the other findings of a partition again and deletes what stood before. Those have a higher offset in the
 * database too, once they are read; one that is looked for in between is missed for that moment.
 */
@ApplicationScoped
class GoneFindings {

    private static final Logger LOG = Logger.getLogger(GoneFindings.class);
    private static final String CHANNEL = "findings";

    private final KafkaClientService clients;
    private final FindingStore store;
    private final FindingConfig config;
    private final Vertx vertx;
    private @Nullable Cancellable looking;

    GoneFindings(KafkaClientService clients, FindingStore store, FindingConfig config, Vertx vertx) {
        this.clients = clients;
        this.store = store;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        looking = Multi.createFrom()
                .ticks()
                .every(config.forgetEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> forget().onFailure()
                        .invoke(failure -> LOG.warnf("findings that are gone stay for now: %s", failure))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(done -> {});
    }

    void stop(@Observes ShutdownEvent event) {
        if (looking != null) {
            looking.cancel();
        }
    }

    /** Of the partitions that this instance reads; each is read by one. */
    private Uni<Void> forget() {
        KafkaConsumer<String, String> consumer = clients.getConsumer(CHANNEL);
        if (consumer == null) {
            return Uni.createFrom().voidItem();
        }
        Function<Consumer<String, String>, Map<TopicPartition, Long>> firsts =
                reader -> reader.beginningOffsets(reader.assignment());
        return consumer.runOnPollingThread(firsts)
                .map(GoneFindings::byPartition)
                .emitOn(this::onContextOfItsOwn)
                .chain(store::forgetBefore);
    }

    private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> firsts) {
        return firsts.entrySet().stream()
                .collect(Collectors.toMap(first -> first.getKey().partition(), Map.Entry::getValue));
    }

    /** The database is spoken to on an event loop, in a context that is nobody else's. */
    private void onContextOfItsOwn(Runnable command) {
        VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()).runOnContext(any -> command.run());
    }
}
