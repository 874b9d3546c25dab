package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.oracle.Worlds.Mode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What breaks is mended without a figure lost or counted twice: plain counting is the judge. */
@OnSharedStack
@Order(5)
class BrokenPartsIT {

    private static final long SEED = 20260327;
    private static final List<LocalDate> DATES =
            List.of(LocalDate.parse("2016-02-29"), LocalDate.parse("2021-03-01"), LocalDate.parse("2025-02-28"));

    private final Running stack;

    BrokenPartsIT(Running stack) {
        this.stack = stack;
    }

    @Test
    void engineThatIsKilledAndKilledAgainOnItsReturnCountsNothingTwice() throws Exception {
        World world = world(1).movedTo("GM1507", "GM1641", "GM1669");
        List<List<Event>> parts = World.parts(world.sent(SEED), 3);

        CompletableFuture<Void> sending = sendingInSmallBatches(parts.get(0));
        stack.parts().kill(Service.INDICATOR);
        sending.join();
        sendInSmallBatches(parts.get(1));
        stack.parts().restart(Service.INDICATOR);
        sending = sendingInSmallBatches(parts.get(2));
        stack.parts().kill(Service.INDICATOR);
        sending.join();
        stack.parts().restart(Service.INDICATOR);

        assertIsThatOfPlainCounting(world);
    }

    @Test
    void reportThatIsKilledWhileCellsComeInHasEachOfThemOnce() throws Exception {
        World world = world(2).movedTo("GM1711", "GM1883", "GM1894");
        List<List<Event>> parts = World.parts(world.sent(SEED), 2);

        CompletableFuture<Void> sending = sendingInSmallBatches(parts.get(0));
        stack.parts().kill(Service.REPORT);
        sending.join();
        sendInSmallBatches(parts.get(1));
        stack.parts().restart(Service.REPORT);

        assertIsThatOfPlainCounting(world);
    }

    @Test
    void withoutKafkaNothingIsPromisedAndWhatWasPromisedIsInTheFigures() throws Exception {
        World world = world(3).movedTo("GM0994", "GM1729", "GM1903");
        List<List<Event>> batches = World.parts(world.sent(SEED), 30);
        Kafka kafka = stack.parts().kafka();
        for (List<Event> batch : batches.subList(0, 10)) {
            assertThat(stack.post(batch).statusCode()).isEqualTo(202);
        }

        kafka.part().kill();
        long killed = System.nanoTime();
        HttpResponse<String> refused = stack.post(batches.get(10));
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(15));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertAsksToComeBack(refused);

        kafka.start();
        for (List<Event> batch : batches.subList(10, 30)) {
            await().atMost(Patience.LIMIT).until(() -> stack.post(batch).statusCode() == 202);
        }

        assertIsThatOfPlainCounting(world);
    }

    @Test
    void whileTheDatabaseIsAwayReadersAreToldToComeBackAndThenEverythingIsThere() throws Exception {
        World world = world(4).movedTo("GM0888", "GM1954", "GM0965");
        List<List<Event>> parts = World.parts(world.sent(SEED), 2);
        sendInSmallBatches(parts.get(0));

        stack.parts().postgres().part().kill();
        sendInSmallBatches(parts.get(1));
        HttpResponse<String> refused = stack.get("/v1/areas/GM0888/snapshot?date=2021-03-01");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertAsksToComeBack(refused);
        stack.parts().postgres().start();

        assertIsThatOfPlainCounting(world);
    }

    @Test
    void unreadableRecordGoesToTheDeadLettersWithAReasonAndTheStreamGoesOn() throws Exception {
        Register roermond = new Register("GM0986");
        byte[] garbage = "no event \u0000 at all".getBytes(StandardCharsets.UTF_8);

        stack.topics().write(Topic.MUTATIONS, "GM0986", garbage);
        stack.topics().write(Topic.MUTATIONS, "no municipality", garbage);
        stack.send(roermond.lives("next", roermond.buurt(101), LocalDate.parse("2024-01-01")));

        stack.awaitReadable();
        assertThat(stack.snapshot(roermond.buurt(101))
                        .at("/indicators/population/value")
                        .asInt())
                .isEqualTo(1);
        assertThat(stack.topics().read(Topic.DEAD_LETTERS))
                .hasSize(2)
                .allSatisfy(letter -> {
                    assertThat(letter.value()).isEqualTo(garbage);
                    assertThat(letter.headers().lastHeader("buurtpuls-reason").value())
                            .isNotEmpty();
                })
                .extracting(letter -> letter.key())
                .containsExactlyInAnyOrder("GM0986", "no municipality");
    }

    /** What a test has broken, and not mended because it failed, is not to fail the next. */
    @AfterEach
    void mend() throws Exception {
        if (!stack.parts().kafka().part().isRunning()) {
            stack.parts().kafka().start();
        }
        if (!stack.parts().postgres().part().isRunning()) {
            stack.parts().postgres().start();
        }
        for (Service service : Service.values()) {
            if (!stack.parts().process(service).isRunning()) {
                stack.parts().restart(service);
            }
        }
    }

    private static void assertAsksToComeBack(HttpResponse<String> refused) {
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private static World world(int number) {
        return World.inHeerlen(Mode.MIXED, SEED + number, 40, 900);
    }

    private void assertIsThatOfPlainCounting(World world) throws Exception {
        stack.awaitReadable();
        for (String municipality : world.municipalities()) {
            Recount recount = new Recount(stack, world, municipality);
            for (LocalDate date : DATES) {
                recount.assertSnapshots(date);
            }
            recount.assertSnapshots(null);
        }
    }

    /** Sends on another thread; returns when a part of it has been accepted and more is to come. */
    private CompletableFuture<Void> sendingInSmallBatches(List<Event> events) {
        CompletableFuture<Void> underWay = new CompletableFuture<>();
        CompletableFuture<Void> all = CompletableFuture.runAsync(() -> {
            int sent = 0;
            for (List<Event> batch : World.parts(events, 40)) {
                send(batch);
                if (++sent == 15) {
                    underWay.complete(null);
                }
            }
        });
        CompletableFuture.anyOf(underWay, all).join();
        return all;
    }

    private void sendInSmallBatches(List<Event> events) {
        World.parts(events, 40).forEach(this::send);
    }

    private void send(List<Event> batch) {
        try {
            HttpResponse<String> answer = stack.post(batch);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a batch was not sent", e);
        }
    }
}
