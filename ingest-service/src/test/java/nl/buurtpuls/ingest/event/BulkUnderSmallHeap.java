package nl.buurtpuls.ingest.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.ingest.access.Sender;
import nl.buurtpuls.ingest.limit.RateLimit;
import nl.buurtpuls.ingest.limit.RateLimitConfig;
import nl.buurtpuls.ingest.person.Pseudonyms;
import nl.buurtpuls.ingest.publish.PublishConfig;
import nl.buurtpuls.ingest.publish.Publisher;
import nl.buurtpuls.ingest.testing.Moves;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;

/**
 * A program: takes so many generated lines in one bulk load, one in a thousand of them bad, and prints the end of the
 * answer. It is run in a JVM whose heap is a fraction of what comes in.
 */
public final class BulkUnderSmallHeap {

    private BulkUnderSmallHeap() {}

    public static void main(String[] args) throws IOException {
        long lines = Long.parseLong(args[0]);
        EventReader reader = new EventReader(
                new DataReader(AreaTable.shipped(), new Pseudonyms("a-secret-of-the-tests-and-of-nobody-else")));
        Publisher publisher = new Publisher(acknowledgesAll(), Duration.ofSeconds(10), new SimpleMeterRegistry());
        EventMetrics metrics = new EventMetrics(new SimpleMeterRegistry());
        Generated body = new Generated(lines);
        Tail answer = new Tail();

        Sender sender = new Sender("tests", Municipalities.all());
        new BulkResource(
                        reader,
                        () -> sender,
                        limit(),
                        new BulkSlots(),
                        publisher,
                        config(),
                        metrics,
                        new ObjectMapper())
                .take(body, 0, sender, answer);

        System.out.println(answer.last() + " after " + answer.told + " times progress and bytes: " + body.sent);
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

    private static PublishConfig config() {
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
        };
    }

    @SuppressWarnings("unchecked")
    private static Producer<String, byte[]> acknowledgesAll() {
        return (Producer<String, byte[]>) Proxy.newProxyInstance(
                BulkUnderSmallHeap.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, given) -> {
                    if (method.getName().equals("send")) {
                        ((Callback) given[1]).onCompletion(null, null);
                        return CompletableFuture.completedFuture(null);
                    }
                    return null;
                });
    }

    /** Lines that are made as they are read. */
    private static final class Generated extends InputStream {
        private final long lines;
        private long line;
        private long sent;
        private byte[] current = {};
        private int at;

        Generated(long lines) {
            this.lines = lines;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read many at a time");
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == current.length) {
                if (line == lines) {
                    return -1;
                }
                line++;
                String text = line % 1000 == 0 ? "{}" : Moves.of("line-" + line, "GM0363");
                current = (text + "\n").getBytes(StandardCharsets.US_ASCII);
                at = 0;
            }
            int read = Math.min(length, current.length - at);
            System.arraycopy(current, at, into, offset, read);
            at += read;
            sent += read;
            return read;
        }
    }

    /** Keeps the end of what is written. */
    private static final class Tail extends OutputStream {
        private String last = "";
        private long told;

        @Override
        public void write(int b) {
            // Ends of lines.
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            last = new String(bytes, offset, length, StandardCharsets.UTF_8);
            told += last.startsWith("{\"acknowledgedThroughLine\":") ? 1 : 0;
        }

        String last() {
            return last;
        }
    }
}
