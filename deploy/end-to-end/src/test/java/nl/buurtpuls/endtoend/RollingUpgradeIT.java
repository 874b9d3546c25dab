package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two instances of each service are replaced one after the other, in the order of {@code docs/upgrading.md}, while events flow; and
 * then rolled back, in the order turned round. Plain counting is the judge after both.
 *
 * <p>{@code deploy/end-to-end/upgrade REV} runs it, with the services of an earlier commit and those of this one; without REV both
 * are this one, and what is tried is the replacing, one way. The build, which has an hour, does without.
 */
@Order(9)
@EnabledIfSystemProperty(named = "buurtpuls.before", matches = ".+")
class RollingUpgradeIT {

    private static final Path NOW = SharedStack.HOME;
    private static final Path BEFORE = Path.of(System.getProperty("buurtpuls.before"));
    private static final long SEED = 20261129;
    private static final int BESIDE = 10;
    /** So many that services start beside it as they would elsewhere. */
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(500);
    /** In which what is new and what is old work side by side. */
    private static final Duration BETWEEN = Duration.ofSeconds(4);

    private static final List<Service> THERE = List.of(Service.REPORT, Service.INDICATOR, Service.INGEST);
    private static final List<Service> BACK = List.of(Service.INGEST, Service.INDICATOR, Service.REPORT);

    private final Map<Service, Part> seconds = new EnumMap<>(Service.class);
    private final StringBuilder table = new StringBuilder();

    @Test
    void noEventIsLostAndNoFigureIsWrongOnTheWayThereAndBack() throws Exception {
        Stack parts =
                SharedStack.prepare(StackOptions.in(BEFORE, SharedStack.newFolder("upgrade-"), SharedStack.freeOffset())
                        .telling(Service.INDICATOR, Map.of("BUURTPULS_STANDBY_REPLICAS", "1")));
        try {
            parts.start();
            for (Service service : THERE) {
                seconds.put(service, launchSecond(parts, service));
            }
            thereAndBack(new Running(parts));
        } finally {
            System.out.println(table);
            SharedStack.end(parts);
        }
    }

    private void thereAndBack(Running stack) throws Exception {
        try (AlertRecount alerts = AlertRecount.start(stack)) {
            Iterator<World> worlds = World.withoutEnd(SEED);
            List<World> sent = new ArrayList<>();

            line("from " + BEFORE, "to " + NOW);
            sent.addAll(replaceAllWhileSending(stack, worlds, THERE, NOW));
            judge(stack, alerts, sent);

            if (BEFORE.equals(NOW)) {
                assertStopsWaitForWritesAlone(stack.parts());
            } else {
                line("and back", "");
                sent.addAll(replaceAllWhileSending(stack, worlds, BACK, BEFORE));
                judge(stack, alerts, sent);
            }
            assertThat(stack.topics().read(Topic.DEAD_LETTERS))
                    .as("dead letters")
                    .isEmpty();
        }
    }

    private void assertStopsWaitForWritesAlone(Stack parts) throws IOException {
        for (String instance : List.of(
                Service.REPORT.processName(), seconds.get(Service.REPORT).name())) {
            assertThat(Files.readString(parts.data().log(instance)))
                    .as("the log of who was stopped amid cells")
                    .contains("stopped in")
                    .doesNotContain("cells wait for the database", "snapshots wait for the database")
                    .doesNotContain("after the closing timeout");
        }
    }

    private List<World> replaceAllWhileSending(
            Running stack, Iterator<World> worlds, List<Service> services, Path build) throws Exception {
        SteadySender sender = new SteadySender(stack, worlds, BETWEEN_BATCHES);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(sender);
        try {
            for (Service service : services) {
                Thread.sleep(BETWEEN.toMillis());
                replace(stack.parts(), service, build);
            }
            Thread.sleep(BETWEEN.toMillis());
        } finally {
            sender.stop();
        }
        sending.join();
        line(
                "batches acknowledged",
                sender.batches() + ", sent again " + sender.again() + ", longest wait "
                        + sender.longestWait().toMillis() + " ms");
        return sender.sent();
    }

    private void replace(Stack parts, Service service, Path build) throws InterruptedException {
        long start = System.nanoTime();
        parts.replace(service, build);
        line(service.processName(), seconds(start));

        Thread.sleep(BETWEEN.toMillis());
        start = System.nanoTime();
        seconds.get(service).close();
        seconds.put(service, launchSecond(parts, service));
        line("  the second", seconds(start));
    }

    private static Part launchSecond(Stack parts, Service service) throws InterruptedException {
        return service == Service.INDICATOR
                ? parts.launchIndicator(2)
                : parts.launchAnother(service, parts.address(service).getPort() + BESIDE);
    }

    private void judge(Running stack, AlertRecount alerts, List<World> sent) throws Exception {
        stack.awaitReadable();
        Judge judge = new Judge(stack);
        int lost = judge.lost(sent);
        int compared = judge.compared(sent);
        AlertRecount.Found found = alerts.judge(sent);
        line("figures equal to plain counting", compared);
        line("areas whose alerts are as counted", found.compared() + ", " + found.firing() + " of them fire");
        line("acknowledged events lost", lost);
        assertThat(sent).as("worlds that were sent").isNotEmpty();
        assertThat(lost)
                .as("events that were acknowledged and are not in the topic")
                .isZero();
        assertThat(found.twice()).as("areas with two alerts of one rule").isZero();
    }

    private void line(String what, Object found) {
        table.append(String.format(Locale.ROOT, "%n  %-34s %s", what, found));
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
