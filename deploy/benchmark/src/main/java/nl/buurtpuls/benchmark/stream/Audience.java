package nl.buurtpuls.benchmark.stream;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.buurtpuls.local.process.StartFailure;
import org.jspecify.annotations.Nullable;

/** Clients that note when each of them is first told of a population of the number that is expected. */
final class Audience {

    private static final Pattern POPULATION = Pattern.compile("\"population\":\\{\"value\":(\\d+)");
    private static final long POLL_MILLIS = 20;

    private final List<Client> clients;
    private final AtomicInteger connected = new AtomicInteger();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private volatile int expected;

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
        clients.forEach(client -> client.told = 0);
        expected = population;
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

    /** Reads the lines of one stream. */
    final class Client implements Flow.Subscriber<String> {

        private volatile long told;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            Matcher population = POPULATION.matcher(line);
            if (told == 0 && population.find() && Integer.parseInt(population.group(1)) == expected) {
                told = System.nanoTime();
            }
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
