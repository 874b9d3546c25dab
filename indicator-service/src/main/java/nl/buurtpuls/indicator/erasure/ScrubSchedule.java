package nl.buurtpuls.indicator.erasure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.indicator.broker.Connection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Scrubs the topics when it is time, in the one instance that has the first partition of the mutations. */
@ApplicationScoped
public class ScrubSchedule {

    private static final Logger LOG = Logger.getLogger(ScrubSchedule.class);
    private static final TopicPartition FIRST = new TopicPartition(Topic.MUTATIONS.topicName(), 0);

    private final KafkaStreams streams;
    private final Connection connection;
    private final ErasureConfig config;
    private final Clock clock;
    private final String engine;
    private final Thread thread = new Thread(this::scrubWhenDue, "scrub");
    private final MeterRegistry registry;
    private final AtomicInteger waiting = new AtomicInteger();

    ScrubSchedule(
            KafkaStreams streams,
            Connection connection,
            ErasureConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.kafka-streams.application-id") String engine,
            MeterRegistry registry) {
        this.streams = streams;
        this.connection = connection;
        this.config = config;
        this.clock = clock;
        this.engine = engine;
        this.registry = registry;
        Gauge.builder("buurtpuls.scrub.waiting", waiting, AtomicInteger::get)
                .description(
                        "Requests for erasure that the last scrub left in the mutations, counted in each partition")
                .register(registry);
        for (String outcome : new String[] {"done", "failed"}) {
            scrubs(outcome);
        }
    }

    private Counter scrubs(String outcome) {
        return Counter.builder("buurtpuls.scrubs")
                .description("Scrubs of the topics, by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    private void scrubWhenDue() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(untilNext().toMillis());
                if (isOurs()) {
                    scrub();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration untilNext() {
        return config.scrubEvery().orElseGet(() -> {
            ZonedDateTime now = clock.instant().atZone(clock.getZone());
            ZonedDateTime next = now.with(config.scrubAt());
            return Duration.between(now, next.isAfter(now) ? next : next.plusDays(1));
        });
    }

    private boolean isOurs() {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .anyMatch(task -> task.topicPartitions().contains(FIRST));
    }

    private void scrub() throws InterruptedException {
        try (Topics topics = new Topics(connection, engine)) {
            if (topics.isAfterAnother()) {
                LOG.info("an engine of an earlier generation scrubs");
                return;
            }
            Scrub.Outcome outcome = new Scrub(topics, config.patience(), step -> LOG.debugf("scrub: %s", step)).run();
            waiting.set(outcome.waiting());
            scrubs("done").increment();
            if (outcome.met() > 0 || outcome.waiting() > 0) {
                LOG.infof(
                        "scrubbed: %d requests met, %d left waiting, %d records kept, %d dropped",
                        outcome.met(), outcome.waiting(), outcome.kept(), outcome.dropped());
            }
        } catch (InterruptedException | org.apache.kafka.common.errors.InterruptException e) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            scrubs("failed").increment();
            LOG.error("a scrub broke off, which harms nothing; the next does it all", e);
        }
    }
}
