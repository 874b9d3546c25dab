package nl.buurtpuls.benchmark.instances;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.peers.MutationsTopic;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Exactness;
import nl.buurtpuls.benchmark.recount.Figure;
import nl.buurtpuls.benchmark.recount.OutputTopic;
import nl.buurtpuls.benchmark.replay.CatchUp;
import nl.buurtpuls.benchmark.replay.CatchUp.Moment;
import nl.buurtpuls.benchmark.replay.ServiceStop;
import nl.buurtpuls.benchmark.replay.StreamsGroup;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import org.apache.kafka.clients.admin.Admin;

/**
 * One instance works off the first part of a sample and is joined by another for each of the next. Then, while people are born
 * in every municipality, the first is killed, and the others go on from their copies.
 */
public final class Instances {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration UNTIL_COPIED = Duration.ofSeconds(20);
    private static final Duration BEFORE_DEATH = Duration.ofSeconds(10);
    private static final Duration AFTER_DEATH = Duration.ofSeconds(30);

    private final Stack stack;
    private final int instances;
    private final InstantSource clock;
    private final Progress progress;
    private final List<Event> sent = new ArrayList<>();

    /** @param instances 2 or more */
    public Instances(Stack stack, int instances, InstantSource clock, Progress progress) {
        this.stack = stack;
        this.instances = instances;
        this.clock = clock;
        this.progress = progress;
    }

    /** Measures on a stack with Kafka and indicator-service, which keeps a standby of each part, without events. */
    public void measure(Settings settings, Table table) throws InterruptedException {
        ServiceStop.indicator(stack);
        Simulation.run(settings, sent::add);
        int sample = sent.size();
        try (MutationsTopic topic = new MutationsTopic(stack.kafka().bootstrapServers());
                OutputTopic ledger = OutputTopic.ledger(stack.kafka().bootstrapServers());
                Admin admin = stack.kafka().admin()) {
            topic.publish(Published.all(sent));
            StreamsGroup group = StreamsGroup.ofIndicatorService(stack, admin);
            table.heading("Instances of indicator-service, on one machine").count("events", sample, "events");
            throughput(group, table);
            Members members = new Members(admin, Service.INDICATOR.processName());
            table.count("parts of the mutations with each of them", members.leastOf(instances), "at least");
            takeOver(topic, ledger, table);
            progress.say("Instances: the rest, and plain counting");
            CatchUp.watch(group, LOOK, progress);
            compare(ledger, table);
        }
    }

    private void throughput(StreamsGroup group, Table table) throws InterruptedException {
        progress.say("Instances: one, then " + instances);
        long all = group.end();
        List<Moment> alone = watch(group, all / instances, () -> stack.restart(Service.INDICATOR));
        table.number("records a second, one instance", rate(alone), 0, "records/s");
        for (int number = 2; number <= instances; number++) {
            int joining = number;
            Stopwatch start = new Stopwatch();
            List<Moment> together = watch(group, all * number / instances, () -> {
                stack.launchIndicator(joining);
                progress.say("Instances: number " + joining + " is ready (" + start + ")");
            });
            table.number("records a second, with number " + number + " joining", rate(together), 0, "records/s")
                    .seconds("longest time without a commit meanwhile", longestPause(together));
        }
    }

    @FunctionalInterface
    private interface Start {
        void run() throws InterruptedException;
    }

    /** What is done while an instance starts and after, until so much is: it works before it says that it is ready. */
    private List<Moment> watch(StreamsGroup group, long until, Start start) throws InterruptedException {
        FutureTask<List<Moment>> watching = new FutureTask<>(() -> watch(group, until));
        Thread watcher = new Thread(watching, "watch-instances");
        watcher.setDaemon(true);
        watcher.start();
        start.run();
        try {
            return watching.get();
        } catch (ExecutionException e) {
            stack.requireAlive();
            throw new IllegalStateException("indicator-service could not be watched", e.getCause());
        }
    }

    /** Moments at which more was done, until so much is. */
    private List<Moment> watch(StreamsGroup group, long until) throws InterruptedException {
        List<Moment> moments = new ArrayList<>();
        long last = 0;
        while (last < until) {
            stack.requireAlive();
            long done = group.done();
            if (done != last) {
                moments.add(new Moment(System.nanoTime(), done, Duration.ZERO));
                last = done;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return moments;
    }

    private static double rate(List<Moment> moments) {
        return new CatchUp.Stretch(moments.get(0), moments.get(moments.size() - 1)).rate();
    }

    private static Duration longestPause(List<Moment> moments) {
        long longest = 0;
        for (int i = 1; i < moments.size(); i++) {
            longest = Math.max(
                    longest, moments.get(i).nanos() - moments.get(i - 1).nanos());
        }
        return Duration.ofNanos(longest);
    }

    private void takeOver(MutationsTopic topic, OutputTopic ledger, Table table) throws InterruptedException {
        progress.say("Instances: until the copies are there");
        Thread.sleep(UNTIL_COPIED.toMillis());
        ledger.read();
        Map<String, String> municipalities = firstBuurten();
        try (Births births = new Births(municipalities, topic, clock)) {
            births.start();
            Silence before = new Silence();
            ledger.follow(System.nanoTime() + BEFORE_DEATH.toNanos(), before::heard);
            progress.say("Instances: the first is killed");
            Silence after = new Silence();
            municipalities.values().forEach(buurt -> after.heard(buurt, System.nanoTime()));
            stack.kill(Service.INDICATOR);
            ledger.follow(System.nanoTime() + AFTER_DEATH.toNanos(), after::heard);
            sent.addAll(births.stop());
            table.count("municipalities in which somebody is born five times a second", municipalities.size(), "")
                    .seconds("longest that the figures of one stood still, before", before.longest())
                    .seconds("longest that the figures of one stood still, after SIGKILL of one", after.longest());
        }
    }

    /** How long the figures of a buurt in which something always happens stood still. */
    private static final class Silence {
        private final Map<String, Long> last = new HashMap<>();
        private long longest;

        void heard(Cell cell, long nanos) {
            if (cell.figure() == Figure.POPULATION && last.containsKey(cell.buurt())) {
                heard(cell.buurt(), nanos);
            } else if (cell.figure() == Figure.POPULATION) {
                last.put(cell.buurt(), nanos);
            }
        }

        void heard(String buurt, long nanos) {
            Long before = last.put(buurt, nanos);
            if (before != null) {
                longest = Math.max(longest, nanos - before);
            }
        }

        Duration longest() {
            return Duration.ofNanos(longest);
        }
    }

    /** Of each municipality that sends, a buurt. */
    private Map<String, String> firstBuurten() {
        Map<String, String> first = new HashMap<>();
        buurten().forEach((municipality, codes) -> first.put(municipality, codes.get(0)));
        return first;
    }

    /** Where people lived at the beginning, by municipality. */
    private Map<String, List<String>> buurten() {
        Map<String, SortedSet<String>> buurten = new TreeMap<>();
        for (Event event : sent) {
            if (event.data() instanceof Stand stand) {
                buurten.computeIfAbsent(stand.municipality(), any -> new TreeSet<>())
                        .add(stand.residence().buurt());
            }
        }
        Map<String, List<String>> sorted = new TreeMap<>();
        buurten.forEach((municipality, codes) -> sorted.put(municipality, List.copyOf(codes)));
        return sorted;
    }

    private void compare(OutputTopic ledger, Table table) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        List<LocalDate> dates = new ArrayList<>(Settings.DEFAULT_FROM
                .plusYears(1)
                .datesUntil(today)
                .filter(date -> date.getDayOfMonth() == 1 && date.getMonth() == Month.JANUARY)
                .toList());
        dates.add(today);
        int compared = 0;
        int different = 0;
        for (Map.Entry<String, List<String>> municipality : buurten().entrySet()) {
            Exactness exactness = Exactness.of(sent, municipality.getKey(), municipality.getValue(), dates);
            compared += exactness.figures();
            different += exactness.different(ledger.read());
        }
        table.count("figures compared with plain counting", compared, "figures")
                .count("figures that differ", different, "figures");
    }
}
