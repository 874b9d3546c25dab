package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.stack.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The door while things are down: what was answered 202 is in the figures once, and what was not can be sent again. A
 * municipality's every event is someone who lives there, so its population counts them.
 */
@OnSharedStack
@Order(6)
class OutagesIT {

    private static final LocalDate SINCE = LocalDate.parse("2024-01-01");
    private static final String COUNTRY = "NL";
    private static final int BATCH = 50;
    /** Longer than the minute that Kafka's producer waits for an answer unless it is told otherwise. */
    private static final Duration OUTAGE = Duration.ofSeconds(70);
    /** Half of what Kubernetes gives it to stop, as deploy/kubernetes asks for. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final Running stack;

    OutagesIT(Running stack) {
        this.stack = stack;
    }

    @Test
    void brokerThatStandsStillPromisesNothingAndGoesOnByItself() throws Exception {
        List<List<Event>> batches = residents("GM0758", 3);
        stack.send(batches.get(0).toArray(Event[]::new));

        Freeze frozen = Freeze.of(stack.parts().kafka().part().pid());
        HttpResponse<String> refused;
        try (frozen) {
            refused = stack.post(batches.get(1));
        }
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();

        sendUntilTaken(batches.get(1));
        sendUntilTaken(batches.get(2));
        assertResidents("GM0758", 3 * BATCH);
    }

    /** So long that what the engine has begun fails, and its tasks begin again with what is committed. */
    @Test
    void brokerThatIsAwayForMoreThanAMinuteAmidALoadLeavesEveryFigureRight() throws Exception {
        List<List<Event>> batches = residents("GM0748", 60);
        stack.send(batches.get(0).toArray(Event[]::new));
        stack.awaitReadable();
        int others = settledPopulation(COUNTRY) - BATCH;
        Path log = stack.parts().data().log(Service.INDICATOR.processName());
        int before = Files.readString(log).length();
        AtomicInteger taken = new AtomicInteger(1);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            for (List<Event> batch : batches.subList(1, 60)) {
                sendUntilTaken(batch);
                taken.incrementAndGet();
            }
        });

        await().atMost(Patience.LIMIT).until(() -> taken.get() >= 10);
        Freeze frozen = Freeze.of(stack.parts().kafka().part().pid());
        try (frozen) {
            TimeUnit.SECONDS.sleep(OUTAGE.toSeconds());
        }
        sending.join();

        awaitPopulation(buurt("GM0748"), 60 * BATCH);
        awaitPopulation("GM0748", 60 * BATCH);
        awaitPopulation(COUNTRY, others + 60 * BATCH);
        assertThat(Files.readString(log).substring(before))
                .containsAnyOf("Detected the states of tasks", "Detected that the thread is being fenced");
    }

    @Test
    void engineThatIsToldToStopWhileTheBrokerIsAwayStopsAndLosesNothing() throws Exception {
        List<List<Event>> batches = residents("GM0736", 40);
        for (List<Event> batch : batches) {
            stack.send(batch.toArray(Event[]::new));
        }

        Freeze frozen = Freeze.of(stack.parts().kafka().part().pid());
        try (frozen) {
            ProcessHandle engine = ProcessHandle.of(
                            stack.parts().process(Service.INDICATOR).pid())
                    .orElseThrow();
            engine.destroy();
            await().atMost(GRACE).until(() -> !engine.isAlive());
        }

        stack.parts().restart(Service.INDICATOR);
        assertResidents("GM0736", 40 * BATCH);
    }

    @Test
    void doorThatIsKilledAmidBatchesHasWhatItPromisedAndTakesTheRestAgain() throws Exception {
        List<List<Event>> batches = residents("GM0772", 60);
        List<List<Event>> unanswered = new ArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
            for (List<Event> batch : batches) {
                if (isTaken(batch)) {
                    taken.incrementAndGet();
                } else {
                    unanswered.add(batch);
                }
            }
        });

        await().atMost(Patience.LIMIT).until(() -> taken.get() >= 10);
        stack.parts().kill(Service.INGEST);
        sending.join();
        assertThat(unanswered)
                .as("batches on their way when the door was killed")
                .isNotEmpty();
        stack.awaitReadable();
        assertThat(population(buurt("GM0772"))).isGreaterThanOrEqualTo(taken.get() * BATCH);

        stack.parts().restart(Service.INGEST);
        for (List<Event> batch : unanswered) {
            sendUntilTaken(batch);
        }
        assertResidents("GM0772", 60 * BATCH);
    }

    @Test
    void bulkLoadWhoseDoorIsKilledGoesOnAfterTheLastLineThatWasAcknowledged() throws Exception {
        List<Event> events =
                residents("GM0777", 160).stream().flatMap(List::stream).toList();
        int acknowledged;
        try (SlowBulk bulk = SlowBulk.to(stack.ingest(), stack.bearer(Roles.MUTATION_WRITER))) {
            // Slow enough to be told how far it is, which is every ten seconds.
            bulk.send(events.subList(0, 6000), Duration.ofSeconds(12));
            acknowledged = bulk.acknowledgedThroughLine();
            stack.parts().kill(Service.INGEST);
        }
        assertThat(acknowledged).isBetween(1, 6000);
        stack.awaitReadable();
        assertThat(population(buurt("GM0777"))).isBetween(acknowledged, 6000);

        stack.parts().restart(Service.INGEST);
        HttpResponse<String> rest = stack.postBulk(events.subList(acknowledged, events.size()));

        assertThat(rest.body()).contains("\"accepted\":" + (events.size() - acknowledged));
        assertResidents("GM0777", events.size());
    }

    @Test
    void crowdThatSaysNothingOrAByteAtATimeKeepsNobodyOut() throws Exception {
        List<List<Event>> batches = residents("GM0779", 2);
        try (Crowd crowd = new Crowd(stack.ingest(), stack.bearer(Roles.MUTATION_WRITER))) {
            crowd.connect(Math.min(10_000, mostFiles() / 2));
            crowd.beginHeaders(300);
            crowd.beginBodies(300);

            long start = System.nanoTime();
            stack.send(batches.get(0).toArray(Event[]::new));
            assertThat(stack.postBulk(batches.get(1)).body()).contains("\"accepted\":" + BATCH);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        assertResidents("GM0779", 2 * BATCH);
    }

    /** A process may open so many, and each connection takes one at either end. */
    private static int mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? (int) Math.min(Integer.MAX_VALUE, system.getMaxFileDescriptorCount())
                : 4000;
    }

    /** What a test has broken, and not mended because it failed, is not to fail the next. */
    @AfterEach
    void mend() throws Exception {
        for (Service service : List.of(Service.INGEST, Service.INDICATOR)) {
            if (!stack.parts().process(service).isRunning()) {
                stack.parts().restart(service);
            }
        }
    }

    private static List<List<Event>> residents(String municipality, int batches) {
        Register register = new Register(municipality);
        return IntStream.range(0, batches)
                .mapToObj(batch -> IntStream.range(0, BATCH)
                        .mapToObj(each -> register.lives("r-" + batch + "-" + each, register.buurt(101), SINCE))
                        .toList())
                .toList();
    }

    private boolean isTaken(List<Event> batch) {
        try {
            return stack.post(batch).statusCode() == 202;
        } catch (IOException e) {
            // No answer, no promise.
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private void sendUntilTaken(List<Event> batch) {
        await().atMost(Patience.LIMIT).until(() -> isTaken(batch));
    }

    private void awaitPopulation(String area, int expected) {
        await().atMost(Patience.LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(population(area)).as(area).isEqualTo(expected));
    }

    /** What it is once it stands still: the country's is told two stages after what is sent. */
    private int settledPopulation(String area) throws Exception {
        AtomicInteger last = new AtomicInteger(population(area));
        await().atMost(Patience.LIMIT)
                .pollInterval(Duration.ofSeconds(1))
                .during(Duration.ofSeconds(4))
                .until(() -> {
                    int now = population(area);
                    return last.getAndSet(now) == now;
                });
        return last.get();
    }

    private void assertResidents(String municipality, int expected) throws Exception {
        stack.awaitReadable();
        assertThat(population(buurt(municipality))).isEqualTo(expected);
    }

    private static String buurt(String municipality) {
        return new Register(municipality).buurt(101);
    }

    private int population(String area) throws Exception {
        return stack.snapshot(area).at("/indicators/population/value").asInt();
    }
}
