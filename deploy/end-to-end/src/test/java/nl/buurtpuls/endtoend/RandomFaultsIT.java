package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.stack.Stack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Parts of the stack are killed, frozen, restarted, cut off and spoilt at random moments while events flow, two at a time: one
 * of what the services stand on, and one of the services. Then plain counting from what was sent is the judge of every
 * figure and every alert.
 *
 * <p>{@code deploy/end-to-end/faults --faults 100} does more of it, and prints the table.
 */
@Order(9)
class RandomFaultsIT {

    private static final int FAULTS = Integer.getInteger("buurtpuls.faults", 8);
    private static final long SEED = Long.getLong("buurtpuls.seed", 20261128);
    /**
     * Kafka that was killed is itself again after ten seconds, and so is a group of readers that lost a member. Of moments
     * that are quiet for so long there are to be some, or a service that starts is never seen ready.
     */
    private static final int LONGEST_GAP_OF_THE_GROUND_MILLIS = 25_000;

    private static final int LONGEST_GAP_MILLIS = 5_000;
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(100);

    private final Map<String, List<Duration>> tookByFault = new TreeMap<>();
    private final ConcurrentLinkedQueue<String> endedByThemselves = new ConcurrentLinkedQueue<>();

    @Test
    void noFaultAtAnyMomentLosesAnEventOrCountsOneTwice() throws Exception {
        long began = System.nanoTime();
        try (Scene scene = Scene.start();
                AlertRecount alerts = AlertRecount.start(new Running(scene.stack()))) {
            Stack parts = scene.stack();
            Running stack = new Running(parts);
            SteadySender sender = new SteadySender(stack, World.withoutEnd(SEED), BETWEEN_BATCHES);

            CompletableFuture<Void> sending = CompletableFuture.runAsync(sender);
            CompletableFuture<Void> ground =
                    breaking(scene, Target.GROUND, FAULTS / 2, LONGEST_GAP_OF_THE_GROUND_MILLIS, SEED);
            CompletableFuture<Void> services =
                    breaking(scene, Target.SERVICES, FAULTS - FAULTS / 2, LONGEST_GAP_MILLIS, SEED + 1);
            CompletableFuture.allOf(ground, services).join();
            sender.stop();
            sending.join();
            startWhatHasEnded(parts);
            long caughtUpFrom = System.nanoTime();
            stack.awaitReadable();
            Duration toCatchUp = Duration.ofNanos(System.nanoTime() - caughtUpFrom);

            Judge judge = new Judge(stack);
            int lost = judge.lost(sender.sent());
            int compared = judge.compared(sender.sent());
            AlertRecount.Found found = alerts.judge(sender.sent());
            int buried = stack.topics().read(Topic.DEAD_LETTERS).size();
            print(sender, toCatchUp, compared, lost, found, buried, Duration.ofNanos(System.nanoTime() - began));
            assertThat(lost)
                    .as("events that were acknowledged and are not in the topic")
                    .isZero();
            assertThat(found.twice()).as("areas with two alerts of one rule").isZero();
            assertThat(buried).as("dead letters").isEqualTo(scene.poisonous());
            assertThat(sender.sent()).as("worlds that were sent").isNotEmpty();
        }
    }

    private CompletableFuture<Void> breaking(
            Scene scene, List<Target> targets, int faults, int longestGapMillis, long seed) {
        Random random = new Random(seed);
        List<Fault> drawn = Fault.random(random, targets, faults);
        return CompletableFuture.runAsync(() -> {
            try {
                for (Fault fault : drawn) {
                    Thread.sleep(random.nextInt(longestGapMillis));
                    startIfEnded(scene.stack(), targets);
                    long start = System.nanoTime();
                    int ended = fault.happen(scene);
                    took(fault, Duration.ofNanos(System.nanoTime() - start));
                    IntStream.range(0, ended).forEach(i -> endedByThemselves.add(fault.target() + " in its start"));
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("the faults were broken off", e);
            }
        });
    }

    private synchronized void took(Fault fault, Duration time) {
        String name = fault.target() + " " + fault.kind().toLowerCase(Locale.ROOT);
        tookByFault.computeIfAbsent(name, any -> new ArrayList<>()).add(time);
    }

    private void startWhatHasEnded(Stack stack) throws InterruptedException {
        startIfEnded(stack, Target.GROUND);
        startIfEnded(stack, Target.SERVICES);
    }

    /** As what supervises services would. */
    private void startIfEnded(Stack stack, List<Target> targets) throws InterruptedException {
        for (Target target : targets) {
            if (!target.in(stack).isRunning()) {
                endedByThemselves.add(target.toString());
                target.start(stack);
            }
        }
    }

    private void print(
            SteadySender sender,
            Duration toCatchUp,
            int compared,
            int lost,
            AlertRecount.Found alerts,
            int buried,
            Duration took) {
        StringBuilder table = new StringBuilder("\nFaults (seed " + SEED + ")\n");
        line(table, "what", "times", "longest, with mending");
        tookByFault.forEach((name, times) -> line(
                table,
                name,
                times.size(),
                seconds(times.stream().max(Duration::compareTo).orElseThrow())));
        int faults = tookByFault.values().stream().mapToInt(List::size).sum();
        line(table, "all", faults, "in " + seconds(took) + " with starting and judging");
        line(table, "ended by themselves", endedByThemselves.size(), String.join(", ", endedByThemselves));
        table.append("Sender\n");
        line(table, "worlds, three municipalities each", sender.sent().size(), "");
        line(
                table,
                "events of clocks that are ahead",
                sender.sent().stream().mapToLong(World::stampedAhead).sum(),
                "by a day to 1000 days");
        line(table, "batches acknowledged", sender.batches(), "");
        line(table, "batches sent again", sender.again(), "longest wait " + seconds(sender.longestWait()));
        table.append("Judge\n");
        line(table, "caught up after", "", seconds(toCatchUp));
        line(table, "figures equal to plain counting", compared, "0 differ");
        line(table, "areas whose alerts are as counted", alerts.compared(), alerts.firing() + " of them fire");
        line(table, "alerts twice", alerts.twice(), "");
        line(table, "told by webhook", alerts.told(), alerts.toldAgain() + " once more under the same id");
        line(table, "poison in the dead letters", buried, "");
        line(table, "acknowledged events lost", lost, "");
        System.out.println(table);
    }

    private static void line(StringBuilder table, String name, Object count, String more) {
        table.append(String.format(Locale.ROOT, "  %-36s %9s  %s%n", name, count, more));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
