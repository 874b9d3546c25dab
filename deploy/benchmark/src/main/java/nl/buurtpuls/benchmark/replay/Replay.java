package nl.buurtpuls.benchmark.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.ConsumerProgress;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.simulator.Settings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** Sends a sample through the door while nobody reads it, then lets each reader read it alone. */
public final class Replay {
    private static final Duration EVERY_OFFSET = Duration.ofMillis(100);
    /** A service writes all of its metrics each time; asked more often, that would show in what is measured. */
    private static final Duration EVERY_METRIC = Duration.ofMillis(500);

    private final Stack stack;
    private final Progress progress;

    public Replay(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * Measures on a stack without events, and leaves it caught up.
     *
     * @param file of what is sent, a part at a time
     * @return what was sent
     */
    public Sample measure(Settings settings, Path file, Table table) throws InterruptedException {
        try (Admin admin = stack.kafka().admin()) {
            Offsets offsets = new Offsets(admin);
            ServiceStop.indicator(stack);
            boolean database = stack.services().contains(Service.REPORT);
            if (database) {
                stack.process(Service.REPORT).close();
            }
            Duration ingestReady = ServiceStart.time(stack, Service.INGEST);

            progress.say("Replay: through the door");
            Sample sample = Sample.send(settings, file, Door.of(stack), progress);
            List<TopicPartition> mutations = offsets.partitions(Topic.MUTATIONS);
            long records = offsets.committedEnd(mutations);

            progress.say("Replay: the bare consumer, twice");
            BareConsumer bare = new BareConsumer(stack.kafka().bootstrapServers());
            CatchUp.Stretch cold = bare.read(mutations).whole();
            CatchUp.Stretch warm = bare.read(mutations).whole();

            progress.say("Replay: indicator-service");
            StreamsGroup engine = StreamsGroup.ofIndicatorService(stack, admin);
            ServiceStart<CatchUp> indicator =
                    ServiceStart.of(stack, Service.INDICATOR, () -> CatchUp.watch(engine, EVERY_OFFSET, progress));
            long cells = new Metrics(stack.address(Service.INDICATOR)).counter("buurtpuls_ledger_cells_total");

            table.heading("Replay: events in, snapshots out, each part alone (broker included)")
                    .count("events of the sample", sample.events(), "events")
                    .count("their records in the topic (a move to or from elsewhere has two)", records, "records")
                    .number(
                            "through the bulk door, acknowledged",
                            sample.events() / seconds(sample.sending()),
                            0,
                            "events/s")
                    .number("bare consumer, in a JVM that has not read before", cold.rate(), 0, "records/s")
                    .number("bare consumer, CPU", cold.cpuMicros(), 1, "us/record")
                    .number("bare consumer, second time", warm.rate(), 0, "records/s")
                    .number("bare consumer, second time, CPU", warm.cpuMicros(), 1, "us/record");
            CatchUp.Stretch whole = indicator.watched().whole();
            CatchUp.Stretch secondHalf = indicator.watched().secondHalf();
            table.number("indicator-service, topic to committed snapshots", whole.rate(), 0, "records/s")
                    .seconds("indicator-service, from the first commit to the last", whole.took())
                    .number("indicator-service, CPU", whole.cpuMicros(), 1, "us/record")
                    .number("indicator-service, second half", secondHalf.rate(), 0, "records/s")
                    .number("indicator-service, second half, CPU", secondHalf.cpuMicros(), 1, "us/record")
                    .number("bare consumer : indicator-service", cold.rate() / whole.rate(), 1, ": 1")
                    .number("bare, second time : indicator, second half", warm.rate() / secondHalf.rate(), 1, ": 1")
                    .count("ledger cells written", cells, "cells")
                    .number("ledger cells an event", cells / (double) sample.events(), 1, "cells/event");
            Map<String, Duration> ready = new LinkedHashMap<>();
            ready.put("ingest-service", ingestReady);
            ready.put("indicator-service (with the whole topic to read)", indicator.ready());
            if (database) {
                progress.say("Replay: report-service");
                ServiceStart<CatchUp> report = report();
                CatchUp.Stretch written = report.watched().whole();
                table.number("report-service, topic to database", written.rate(), 0, "cells/s")
                        .seconds("report-service, from the first batch to the last", written.took())
                        .number("report-service, CPU", written.cpuMicros(), 1, "us/cell");
                ready.put("report-service (with the whole ledger to read)", report.ready());
            }
            table.heading("Start to ready");
            ready.forEach(table::seconds);
            return sample;
        }
    }

    /** Its own count of cells is looked at, for it tells Kafka only every few seconds how far it is. */
    private ServiceStart<CatchUp> report() throws InterruptedException {
        Metrics metrics = new Metrics(stack.address(Service.REPORT));
        String group = Service.REPORT.processName();
        try (ConsumerProgress topics = new ConsumerProgress(stack.kafka())) {
            CatchUp.Watched watched = new CatchUp.Watched() {
                @Override
                public String name() {
                    return group;
                }

                @Override
                public void requireAlive() {
                    stack.requireAlive();
                }

                @Override
                public long done() throws InterruptedException {
                    return metrics.counter("buurtpuls_ledger_cells_applied_total");
                }

                @Override
                public long traces() {
                    return 0;
                }

                @Override
                public boolean isCaughtUp() throws InterruptedException {
                    return topics.standing(group, List.of(Topic.LEDGER.topicName(), Topic.SNAPSHOTS.topicName()))
                            .caughtUp();
                }

                @Override
                public Duration cpu() {
                    return ServiceStart.cpu(stack, Service.REPORT);
                }
            };
            return ServiceStart.of(stack, Service.REPORT, () -> CatchUp.watch(watched, EVERY_METRIC, progress));
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
