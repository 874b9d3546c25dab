package nl.buurtpuls.benchmark.freshness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.benchmark.figure.Table;

/** Readers of published snapshots at a steady pace, one area after another, until they are stopped. */
final class Dashboards implements AutoCloseable {
    private static final int CONNECTIONS = 100;

    private final HttpClient http;
    private final URI report;
    private final List<String> areas;
    private final int readsASecond;
    private final Semaphore connections = new Semaphore(CONNECTIONS);
    private final Queue<Duration> answered = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();
    private final Thread pace = new Thread(this::read, "dashboards");
    private final long start = System.nanoTime();

    private Dashboards(HttpClient http, URI report, List<String> areas, int readsASecond) {
        this.http = http;
        this.report = report;
        this.areas = areas;
        this.readsASecond = readsASecond;
    }

    /** Begins; with no reads a second nobody reads. */
    static Dashboards reading(HttpClient http, URI report, List<String> areas, int readsASecond) {
        Dashboards dashboards = new Dashboards(http, report, areas, readsASecond);
        dashboards.pace.setDaemon(true);
        if (readsASecond > 0) {
            dashboards.pace.start();
        }
        return dashboards;
    }

    private void read() {
        for (long i = 0; !Thread.currentThread().isInterrupted(); i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / readsASecond;
            for (long now = System.nanoTime();
                    now < due && !Thread.currentThread().isInterrupted(); ) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
            }
            try {
                connections.acquire();
            } catch (InterruptedException e) {
                return;
            }
            String area = areas.get((int) (i % areas.size()));
            HttpRequest request = HttpRequest.newBuilder(report.resolve("/v1/areas/" + area + "/snapshot"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            http.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete((answer, failure) -> {
                connections.release();
                if (failure != null || answer.statusCode() != 200) {
                    failed.increment();
                } else {
                    answered.add(Duration.ofNanos(System.nanoTime() - due));
                }
            });
        }
    }

    /** Stops, and tells how they were served. */
    void print(Table table) {
        close();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!answered.isEmpty()) {
            Percentiles reads = Percentiles.of(answered);
            table.number("snapshots read beside that", reads.count() / seconds, 0, "reads/s")
                    .millis("a read, from when it was due: p50", reads.at(50))
                    .millis("a read, p99", reads.at(99))
                    .millis("a read, p99.9", reads.at(99.9))
                    .count("reads failed", failed.sum(), "reads");
        }
    }

    @Override
    public void close() {
        pace.interrupt();
    }
}
