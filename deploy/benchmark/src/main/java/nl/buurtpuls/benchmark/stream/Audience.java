package nl.buurtpuls.benchmark.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import nl.buurtpuls.local.process.StartFailure;
import org.jspecify.annotations.Nullable;

/**
 * Clients that note when each of them is first told of a population of the number that is expected. They look for its digits
 * among the bytes as those come, and no further: they share the machine with what they measure.
 */
final class Audience {

    private static final long POLL_MILLIS = 20;

    private final List<Client> clients;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile byte[] expected = {};

    Audience(int clients) {
        this.clients = IntStream.range(0, clients).mapToObj(i -> new Client()).toList();
    }

    Client client(int number) {
        return clients.get(number);
    }

    void connected() {
        connected.incrementAndGet();
    }

    void fail(String why) {
        failure.set(why);
    }

    /** From now on it is this number that is waited for. */
    void expect(int population) {
        expected = ("\"population\":{\"value\":" + population + ",").getBytes(StandardCharsets.US_ASCII);
        clients.forEach(client -> client.told = 0);
    }

    /** Waits until so many are connected. */
    void awaitConnected(int clients, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (connected.get() < clients) {
            requireWell();
            if (System.nanoTime() - deadline > 0) {
                throw StartFailure.failed("Only " + connected.get() + " of " + clients + " clients are connected.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** How long after a moment each was told; of those who were in time. */
    List<Duration> awaitTold(long since, Duration patience) throws InterruptedException {
        long deadline = since + patience.toNanos();
        while (clients.stream().anyMatch(client -> client.told == 0) && System.nanoTime() - deadline < 0) {
            requireWell();
            Thread.sleep(POLL_MILLIS);
        }
        return clients.stream()
                .filter(client -> client.told != 0)
                // Who is told before the sender has read the answer is told at once.
                .map(client -> Duration.ofNanos(Math.max(0, client.told - since)))
                .toList();
    }

    private void requireWell() {
        String why = failure.get();
        if (why != null) {
            throw StartFailure.failed("The stream broke: " + why);
        }
    }

    /** Reads one stream. */
    final class Client implements Flow.Subscriber<List<ByteBuffer>> {

        private volatile long told;
        private int matched;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> some) {
            byte[] wanted = expected;
            if (told != 0 || wanted.length == 0) {
                return;
            }
            for (ByteBuffer bytes : some) {
                if (isIn(bytes, wanted)) {
                    matched = 0;
                    told = System.nanoTime();
                    return;
                }
            }
        }

        /** Goes on where the last bytes ended. No beginning of what is wanted but its quote comes again in it. */
        private boolean isIn(ByteBuffer bytes, byte[] wanted) {
            while (bytes.hasRemaining()) {
                byte next = bytes.get();
                matched = next == wanted[matched] ? matched + 1 : next == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void onError(Throwable broken) {
            fail(String.valueOf(broken.getMessage()));
        }

        @Override
        public void onComplete() {
            fail("a client was sent away");
        }
    }
}
