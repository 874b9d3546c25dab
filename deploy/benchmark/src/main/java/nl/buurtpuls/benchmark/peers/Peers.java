package nl.buurtpuls.benchmark.peers;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.recount.Cell;
import nl.buurtpuls.benchmark.recount.Exactness;
import nl.buurtpuls.benchmark.recount.Figure;
import nl.buurtpuls.benchmark.replay.ServiceStop;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.event.Residence;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.oracle.Published;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;

/**
 * Buurtpuls and its peers on the same mutations of the synthetic Heerlen: population, arrivals and departures of a year and
 * recipients of social assistance of every buurt, twice a year. Each begins alone, the streams go on running;
 * then single births show how fresh they are, and corrections and repetitions who is still exact.
 */
public final class Peers {
    private static final String MUNICIPALITY = "GM0917";
    private static final String SOURCE = "urn:nld:oin:00000001001234567000:systeem:peers";
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int PROBES = 20;
    private static final int CORRECTIONS_EACH = 100;
    private static final int REPEATED = 1_000;

    private final Stack stack;
    private final InstantSource clock;
    private final Progress progress;
    private final List<String> buurten;
    /** All that was sent, which is what plain counting counts. */
    private final List<Event> sent = new ArrayList<>();

    public Peers(Stack stack, InstantSource clock, Progress progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
        this.buurten = AreaTable.shipped().all().stream()
                .filter(area -> area.level() == Level.BUURT && area.parents().contains(MUNICIPALITY))
                .map(Area::code)
                .sorted()
                .toList();
    }

    /** What one of them came to. */
    private static final class Outcome {
        private Duration all = Duration.ZERO;
        private final List<Duration> fresh = new ArrayList<>();
        private final List<Integer> different = new ArrayList<>();
    }

    /** Measures on a stack with Kafka, PostgreSQL and indicator-service, without events. */
    public void measure(double scale, Table table) throws InterruptedException {
        ServiceStop.indicator(stack);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        Simulation.run(new Settings(Settings.DEFAULT_SEED, Settings.DEFAULT_FROM, today, scale), sent::add);
        int sample = sent.size();
        List<LocalDate> dates = Settings.DEFAULT_FROM
                .plusYears(1)
                .datesUntil(today.plusDays(1))
                .filter(date -> date.getDayOfYear() == 1 || date.getDayOfMonth() == 1 && date.getMonth() == Month.JULY)
                .toList();
        Map<Peer, Outcome> outcomes = new LinkedHashMap<>();
        try (MutationsTopic topic = new MutationsTopic(stack.kafka().bootstrapServers())) {
            topic.publish(Published.all(sent));
            try {
                for (Peer peer : peers(topic)) {
                    outcomes.put(peer, new Outcome());
                }
                for (Map.Entry<Peer, Outcome> entry : outcomes.entrySet()) {
                    progress.say("Peers: " + entry.getKey().name());
                    entry.getValue().all = entry.getKey().begin();
                }
                int figures = compare(outcomes, dates, "as sent");
                outcomes.forEach((peer, outcome) -> probe(peer, outcome, topic, today));
                List<Event> corrections =
                        Corrections.of(sent, MUNICIPALITY, buurten, CORRECTIONS_EACH, clock.instant());
                send(corrections, topic);
                catchUp(outcomes);
                compare(outcomes, dates, "corrected");
                List<Event> again = Corrections.spread(sent, REPEATED);
                topic.publish(Published.all(again));
                catchUp(outcomes);
                compare(outcomes, dates, "sent twice");
                print(outcomes, table, sample, figures, corrections.size(), again.size());
            } finally {
                outcomes.keySet().forEach(Peer::close);
            }
        }
    }

    private List<Peer> peers(MutationsTopic topic) throws InterruptedException {
        try {
            return List.of(
                    new EnginePeer(stack, progress),
                    new DslPeer(stack, MUNICIPALITY, stack.data().path().resolve("dsl-peer"), progress),
                    Databases.postgres(stack.postgres(), topic.reader(MUNICIPALITY)),
                    Databases.duckDb(topic.reader(MUNICIPALITY)));
        } catch (SQLException e) {
            throw new IllegalStateException("a database of the peers cannot be used", e);
        }
    }

    private void send(List<Event> events, MutationsTopic topic) {
        topic.publish(Published.all(events));
        sent.addAll(events);
    }

    private static void catchUp(Map<Peer, Outcome> outcomes) throws InterruptedException {
        for (Peer peer : outcomes.keySet()) {
            peer.catchUp();
        }
    }

    private int compare(Map<Peer, Outcome> outcomes, List<LocalDate> dates, String when) throws InterruptedException {
        progress.say("Peers: plain counting, " + when);
        Exactness exactness = Exactness.of(sent, MUNICIPALITY, buurten, dates);
        for (Map.Entry<Peer, Outcome> entry : outcomes.entrySet()) {
            entry.getValue().different.add(exactness.different(entry.getKey().cells()));
        }
        return exactness.figures();
    }

    /** Births of today, one after another; each is told from when it is handed to Kafka until the figure has it. */
    private void probe(Peer peer, Outcome outcome, MutationsTopic topic, LocalDate today) {
        progress.say("Peers: freshness of " + peer.name());
        try {
            peer.catchUp();
            Cell cell = new Cell(buurten.get(0), Figure.POPULATION, today);
            long value = peer.cells().value(cell);
            for (int i = 0; i < PROBES; i++) {
                Event birth = birth(today);
                value++;
                long start = System.nanoTime();
                send(List.of(birth), topic);
                Optional<Long> seen = peer.awaitCell(cell, value);
                seen.ifPresent(nanos -> outcome.fresh.add(Duration.ofNanos(nanos - start)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Event birth(LocalDate today) {
        String name = "born-" + sent.size();
        return new Event(
                new EventId(SOURCE, name),
                clock.instant(),
                new Birth(name, MUNICIPALITY, today, new Residence(buurten.get(0), name, null)));
    }

    private static void print(
            Map<Peer, Outcome> outcomes, Table table, int sample, int figures, int corrections, int repeated) {
        table.heading("Peers: the same figures of every buurt twice a year, from the same topic")
                .count("events of the sample", sample, "events")
                .count("figures compared with plain counting", figures, "figures")
                .count("late corrections, then sent", corrections, "events")
                .count("events sent twice, then", repeated, "events");
        outcomes.forEach((peer, outcome) -> {
            table.heading(peer.name())
                    .seconds("all of it, from start to the last figure", outcome.all)
                    .number("events a second", sample / (outcome.all.toNanos() / 1e9), 0, "events/s");
            if (!outcome.fresh.isEmpty()) {
                Percentiles fresh = Percentiles.of(outcome.fresh);
                table.millis("a new mutation is in the figures, median", fresh.at(50))
                        .millis("a new mutation is in the figures, slowest of " + fresh.count(), fresh.max());
            }
            table.count("figures that differ, as sent", outcome.different.get(0), "figures")
                    .count("figures that differ, after late corrections", outcome.different.get(1), "figures")
                    .count("figures that differ, after events sent twice", outcome.different.get(2), "figures");
        });
    }
}
