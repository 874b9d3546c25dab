package nl.buurtpuls.benchmark.freshness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.area.Area;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.simulator.output.EventLine;
import org.jspecify.annotations.Nullable;

/**
 * Single events at a steady pace, all of one municipality, so that one partition takes them all. Some of them are probes: a
 * birth in a buurt where nothing else happens until it can be read there.
 *
 * <p>An event is due at a fixed moment, however long the answers to earlier ones take, and its time is counted from then:
 * a service that stalls is not let off the events that would have come meanwhile.
 */
public final class Freshness {
    private static final String MUNICIPALITY = "GM0917";
    /** While it is measured a thousand, so that one in a thousand can be told; and few enough to read as each waits. */
    private static final int PROBES_A_SECOND = 10;

    private static final int CONNECTIONS = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    /** Before the first rate: until two cores that are full have compiled what runs often, which takes minutes. */
    private static final Duration FIRST_WARM_UP = Duration.ofMinutes(4);

    private static final Duration MEASURED = Duration.ofSeconds(100);

    private final Stack stack;
    private final InstantSource clock;
    private final Progress progress;
    private final HttpClient http;
    private final String authorization;
    private final Reader reader;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    public Freshness(Stack stack, InstantSource clock, Progress progress) {
        this.stack = stack;
        this.clock = clock;
        this.progress = progress;
        // HTTP/1.1: each call has a connection of its own, as calls of different senders have.
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        // One for all: what is measured is not how fast tokens are signed.
        this.authorization =
                "Bearer " + stack.tokens().issue(Grant.of(Roles.MUTATION_WRITER).named("benchmark"));
        this.reader = new Reader(
                http,
                stack.address(Service.REPORT),
                stack.tokens()
                        .issue(Grant.of(Roles.EXACT_READER).named("benchmark").toServe("freshness")));
    }

    /** A buurt to be born in, with the population that it has. */
    private record ProbeBuurt(String code, long population) {}

    /**
     * Measures on a stack that has caught up.
     *
     * @param rates events a second, one after another
     * @param readsASecond snapshots that dashboards read meanwhile
     */
    public void measure(List<Integer> rates, int readsASecond, Table table) throws InterruptedException {
        Duration warmUp = FIRST_WARM_UP;
        for (int rate : rates) {
            measure(rate, readsASecond, warmUp, table);
            warmUp = WARM_UP;
        }
    }

    private void measure(int rate, int readsASecond, Duration warmUp, Table table) throws InterruptedException {
        List<String> ordinary = new ArrayList<>();
        List<String> probed = new ArrayList<>();
        for (Area area : AreaTable.shipped().all()) {
            if (area.level() == Level.BUURT && area.parents().contains(MUNICIPALITY)) {
                (probed.size() < ordinary.size() ? probed : ordinary).add(area.code());
            }
        }
        Newcomers newcomers = new Newcomers(MUNICIPALITY, ordinary, clock);
        Queue<ProbeBuurt> free = new ArrayBlockingQueue<>(probed.size());
        populations(probed).forEach((code, population) -> free.add(new ProbeBuurt(code, population)));

        progress.say("Freshness at " + rate + " events/s: " + warmUp.toSeconds() + " s to warm up, then "
                + MEASURED.toSeconds() + " s");
        ExecutorService probes = Executors.newCachedThreadPool();
        List<String> all = new ArrayList<>(ordinary);
        all.addAll(probed);
        URI report = stack.address(Service.REPORT);
        Outcome whileWarmingUp = new Outcome();
        Dashboards first = Dashboards.reading(http, report, all, readsASecond);
        try {
            send(rate, newcomers, free, probes, warmUp, whileWarmingUp);
        } finally {
            first.close();
        }
        try (Dashboards dashboards = Dashboards.reading(http, report, all, readsASecond)) {
            Outcome outcome = new Outcome();
            double took = send(rate, newcomers, free, probes, MEASURED, outcome).toNanos() / 1e9;
            connections.acquire(CONNECTIONS);
            connections.release(CONNECTIONS);
            probes.shutdown();
            if (!probes.awaitTermination(2, TimeUnit.MINUTES)) {
                progress.say("Freshness: some probes have not ended");
            }
            table.heading("Freshness at " + rate + " single events a second of one municipality, all parts running")
                    .number("events sent", rate * MEASURED.toSeconds() / took, 0, "events/s")
                    .count(
                            "a probe's buurt is read every",
                            Reader.EVERY.toMillis(),
                            "ms, and later after 1/" + Reader.PART_OF_WAITED + " of its wait");
            outcome.print(table);
            dashboards.print(table);
            table.count("probes of the warm-up not readable within a minute", whileWarmingUp.unseenProbes(), "events");
        } finally {
            probes.shutdownNow();
        }
    }

    /** Sends for so long, and returns how long it took: more than asked for if the answers held it up. */
    private Duration send(
            int rate,
            Newcomers newcomers,
            Queue<ProbeBuurt> free,
            ExecutorService probes,
            Duration howLong,
            Outcome outcome)
            throws InterruptedException {
        long start = System.nanoTime();
        long events = rate * howLong.toSeconds();
        for (long i = 0; i < events; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
            for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                LockSupport.parkNanos(due - now);
            }
            if (i % rate == 0) {
                stack.requireAlive();
            }
            ProbeBuurt probe = null;
            if (i * PROBES_A_SECOND / rate > (i - 1) * PROBES_A_SECOND / rate) {
                probe = free.poll();
                if (probe == null) {
                    outcome.skipped();
                }
            }
            Event event = probe == null ? newcomers.ordinary() : newcomers.probe(probe.code());
            post(event, due, probe, free, probes, outcome);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void post(
            Event event,
            long due,
            @Nullable ProbeBuurt probe,
            Queue<ProbeBuurt> free,
            ExecutorService probes,
            Outcome outcome)
            throws InterruptedException {
        connections.acquire();
        http.sendAsync(request(event), HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            long answered = System.nanoTime();
            connections.release();
            if (failure != null || answer.statusCode() != 202) {
                outcome.failed();
                return;
            }
            outcome.posted(Duration.ofNanos(answered - due));
            if (probe != null) {
                probes.execute(() -> awaitReadable(probe, answered, free, outcome));
            }
        });
    }

    /** A buurt whose probe was not seen is used no more: nobody could say what its population must become. */
    private void awaitReadable(ProbeBuurt probe, long answered, Queue<ProbeBuurt> free, Outcome outcome) {
        long expected = probe.population() + 1;
        try {
            reader.awaitPopulation(probe.code(), expected)
                    .ifPresentOrElse(
                            read -> {
                                outcome.readable(Duration.ofNanos(read - answered));
                                free.add(new ProbeBuurt(probe.code(), expected));
                            },
                            outcome::unseen);
        } catch (IOException e) {
            progress.say("  A probe cannot be read: " + e.getMessage());
            outcome.unseen();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Long> populations(List<String> buurten) throws InterruptedException {
        Map<String, Long> populations = new HashMap<>();
        for (String buurt : buurten) {
            try {
                populations.put(buurt, reader.population(buurt));
            } catch (IOException e) {
                throw new IllegalStateException("the population of " + buurt + " cannot be read", e);
            }
        }
        return populations;
    }

    private HttpRequest request(Event event) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(512);
        new EventLine(body).accept(event);
        URI events = stack.address(Service.INGEST).resolve("/v1/events");
        return HttpRequest.newBuilder(events)
                .header("Content-Type", "application/cloudevents+json")
                .header("Authorization", authorization)
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }
}
