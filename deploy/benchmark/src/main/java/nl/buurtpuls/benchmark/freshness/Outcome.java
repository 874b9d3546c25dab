package nl.buurtpuls.benchmark.freshness;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.benchmark.figure.Table;

/** What came of the events that count. Safe for use by several threads. */
final class Outcome {
    private final Queue<Duration> posts = new ConcurrentLinkedQueue<>();
    private final Queue<Duration> readable = new ConcurrentLinkedQueue<>();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unseen = new LongAdder();
    private final LongAdder skipped = new LongAdder();

    /** An event was answered with 202, so long after it was due. */
    void posted(Duration took) {
        posts.add(took);
    }

    /** An event was not answered with 202. */
    void failed() {
        failed.increment();
    }

    /** A probe could be read, so long after its 202. */
    void readable(Duration after) {
        readable.add(after);
    }

    /** A probe could not be read in time. */
    void unseen() {
        unseen.increment();
    }

    long unseenProbes() {
        return unseen.sum();
    }

    /** No buurt was free for a probe. */
    void skipped() {
        skipped.increment();
    }

    void print(Table table) {
        table.count("POST answered 202", posts.size(), "events").count("POST failed", failed.sum(), "events");
        if (!posts.isEmpty()) {
            Percentiles post = Percentiles.of(posts);
            table.millis("POST, from when it was due to the 202: p50", post.at(50))
                    .millis("POST, p99", post.at(99))
                    .millis("POST, p99.9", post.at(99.9))
                    .millis("POST, longest", post.max());
        }
        table.count("probes read", readable.size(), "events")
                .count("probes not readable within a minute", unseen.sum(), "events")
                .count("probes left out, all buurten still waiting", skipped.sum(), "events");
        if (!readable.isEmpty()) {
            Percentiles fresh = Percentiles.of(readable);
            table.millis("from the 202 to the readable snapshot: p50", fresh.at(50))
                    .millis("from the 202 to the readable snapshot: p99", fresh.at(99))
                    .millis("from the 202 to the readable snapshot: p99.9", fresh.at(99.9))
                    .millis("from the 202 to the readable snapshot: longest", fresh.max());
        }
    }
}
