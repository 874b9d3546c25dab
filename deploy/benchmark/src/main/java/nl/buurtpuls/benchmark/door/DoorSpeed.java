package nl.buurtpuls.benchmark.door;

import java.time.Duration;
import java.util.List;
import nl.buurtpuls.benchmark.figure.Percentiles;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;

/** Measures the door of a stack that has Kafka and ingest-service and nothing else. */
public final class DoorSpeed {

    private static final int WARM_UP_BATCHES = 60;
    private static final int CONNECTIONS = 4;

    private final Stack stack;
    private final Progress progress;

    public DoorSpeed(Stack stack, Progress progress) {
        this.stack = stack;
        this.progress = progress;
    }

    /**
     * Measures and adds to the table.
     *
     * @param events how many go in batches
     */
    public void measure(long events, Table table) throws InterruptedException {
        int batches = (int) Math.max(1, events / Batches.EVENTS);
        String run = Long.toString(ProcessHandle.current().pid());
        Batches source = new Batches(1, run);
        String authorization =
                "Bearer " + stack.tokens().issue(Grant.of(Roles.MUTATION_WRITER).named("benchmark"));
        List<byte[]> warmUp = source.make(WARM_UP_BATCHES);
        List<byte[]> measured = source.make(batches);
        BatchSender sender = new BatchSender(stack.address(Service.INGEST), authorization, CONNECTIONS);
        BareProducer bare = new BareProducer(stack.kafka().bootstrapServers());

        progress.say("Door: warming up");
        sender.send(warmUp);
        bare.rememberEnds();
        progress.say("Door: " + batches + " batches of " + Batches.EVENTS);
        Duration cpuBefore = cpu();
        Duration door = sender.send(measured);
        Duration cpu = cpu().minus(cpuBefore);

        progress.say("Door: the same bytes by a bare producer, twice");
        BareProducer.Written cold = bare.write();
        BareProducer.Written warm = bare.write();

        progress.say("Door: single calls, " + SingleCalls.EACH_SECOND + " a second");
        Percentiles singles = new SingleCalls(stack.address(Service.INGEST), authorization, source).measure();

        progress.say("Door: what became of the first event");
        Percentiles lookups = new Lookups(stack.address(Service.INGEST), authorization).measure(source.firstId());

        long sent = (long) batches * Batches.EVENTS;
        table.heading("Door: batches over HTTP, acknowledged by Kafka (broker and sender on the same machine)")
                .count("events sent", sent, "events")
                .count("events of a batch", Batches.EVENTS, "events")
                .count("connections", CONNECTIONS, "")
                .number("through the door", sent / seconds(door), 0, "events/s")
                .number("ingest-service, CPU", cpu.toNanos() / 1e3 / sent, 1, "us/event")
                .count("their records in the topic", cold.records(), "records")
                .number("bare producer of the same bytes", cold.records() / seconds(cold.took()), 0, "records/s")
                .number("bare producer, second time", warm.records() / seconds(warm.took()), 0, "records/s")
                .number(
                        "bare producer, second time : door",
                        warm.records() / seconds(warm.took()) / (cold.records() / seconds(door)),
                        1,
                        ": 1");
        table.heading("Door: single calls at " + SingleCalls.EACH_SECOND + " a second, from when each was due to 202")
                .count("calls", singles.count(), "")
                .millis("half of them within", singles.at(50))
                .millis("99%", singles.at(99))
                .millis("99.9%", singles.at(99.9))
                .millis("all", singles.max());
        table.heading("Door: what became of an event, read from the topic")
                .count("records in the topic, nine tenths of them in the partition that is read", bare.end(), "records")
                .millis("half of the answers within", lookups.at(50))
                .millis("all", lookups.max());
    }

    private Duration cpu() {
        return ProcessHandle.of(stack.process(Service.INGEST).pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
