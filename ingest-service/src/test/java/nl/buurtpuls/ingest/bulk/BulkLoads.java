package nl.buurtpuls.ingest.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.event.DataReader;
import nl.buurtpuls.ingest.event.EventMetrics;
import nl.buurtpuls.ingest.event.EventReader;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.limit.RateLimitConfig;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;

/** Takes bulk loads without a broker: whatever is sent is acknowledged at once. */
final class BulkLoads {

    private BulkLoads() {}

    static void take(InputStream body, OutputStream answer, PublishConfig.Answering when) throws IOException {
        EventReader reader = new EventReader(
                new DataReader(AreaTable.shipped(), new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else")));
        Sender sender = new Sender("tests", Municipalities.all());
        new BulkResource(
                        reader,
                        () -> sender,
                        limit(),
                        new BulkSlots(),
                        new Publisher(acknowledgesAll(), Duration.ofSeconds(10), new SimpleMeterRegistry()),
                        config(when),
                        new EventMetrics(new SimpleMeterRegistry()),
                        new ObjectMapper())
                .take(body, 0, sender, answer);
    }

    /** So high that it never waits, so that what it keeps is in the heap too. */
    private static RateLimit limit() {
        RateLimitConfig config = new RateLimitConfig() {
            @Override
            public int eventsPerSecond() {
                return 100_000_000;
            }

            @Override
            public int burst() {
                return 1_000_000_000;
            }
        };
        return new RateLimit(config, new SimpleMeterRegistry(), TimeMeter.SYSTEM_NANOTIME, BlockingStrategy.PARKING);
    }

    private static PublishConfig config(PublishConfig.Answering when) {
        return new PublishConfig() {
            @Override
            public Duration patience() {
                return Duration.ofSeconds(10);
            }

            @Override
            public int bulkInFlight() {
                return 20_000;
            }

            @Override
            public Duration bulkProgress() {
                return Duration.ofMillis(10);
            }

            @Override
            public Answering bulkAnswer() {
                return when;
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> acknowledgesAll() {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                BulkLoads.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, given) -> {
                    if (method.getName().equals("send")) {
                        ((Callback) given[1]).onCompletion(null, null);
                        return CompletableFuture.completedFuture(null);
                    }
                    return null;
                });
    }
}
