package nl.buurtpuls.report.finding;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.function.Function;
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
    private @Nullable Cancellable looking;

    GoneFindings(KafkaClientService clients, FindingStore store, FindingConfig config) {
        this.clients = clients;
        this.store = store;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        looking = Multi.createFrom()
                .ticks()
                .every(config.forgetEvery())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> forget().onFailure()
                        .invoke(failure -> LOG.debugf("gone findings stay for now: %s", failure.getMessage()))
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
        Function<Consumer<String, String>, Map<TopicPartition, Long>> begins =
                reader -> reader.beginningOffsets(reader.assignment());
        return consumer.runOnPollingThread(begins)
                .chain(found -> Multi.createFrom()
                        .iterable(found.entrySet())
                        .onItem()
                        .transformToUniAndConcatenate(
                                begin -> store.forgetBefore(begin.getKey().partition(), begin.getValue()))
                        .onItem()
                        .ignoreAsUni());
    }
}
