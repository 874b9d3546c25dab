package nl.buurtpuls.benchmark.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/** A group that reads the mutations and writes what it makes of them in transactions: one process of it or several. */
public final class StreamsGroup implements CatchUp.Watched {
    private final String group;
    private final Offsets offsets;
    private final List<TopicPartition> outputs;
    private final List<TopicPartition> mutations;
    private final Runnable alive;
    private final Supplier<Duration> cpu;

    private StreamsGroup(
            String group, Offsets offsets, List<TopicPartition> outputs, Runnable alive, Supplier<Duration> cpu)
            throws InterruptedException {
        this.group = group;
        this.offsets = offsets;
        this.outputs = outputs;
        this.mutations = offsets.partitions(Topic.MUTATIONS);
        this.alive = alive;
        this.cpu = cpu;
    }

    /** A group that writes these topics, which exist. */
    public static StreamsGroup of(String group, Admin admin, List<String> outputs, Stack stack)
            throws InterruptedException {
        Offsets offsets = new Offsets(admin);
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : outputs) {
            partitions.addAll(offsets.partitions(topic));
        }
        return new StreamsGroup(group, offsets, partitions, stack::requireAlive, () -> Duration.ZERO);
    }

    /** The engine of a stack. */
    public static StreamsGroup ofIndicatorService(Stack stack, Admin admin) throws InterruptedException {
        Offsets offsets = new Offsets(admin);
        List<TopicPartition> partitions = new ArrayList<>(offsets.partitions(Topic.LEDGER));
        partitions.addAll(offsets.partitions(Topic.SNAPSHOTS));
        return new StreamsGroup(
                Service.INDICATOR.processName(),
                offsets,
                partitions,
                stack::requireAlive,
                () -> ServiceStart.cpu(stack, Service.INDICATOR));
    }

    @Override
    public String name() {
        return group;
    }

    @Override
    public void requireAlive() {
        alive.run();
    }

    @Override
    public long done() throws InterruptedException {
        return offsets.committed(group, Topic.MUTATIONS);
    }

    @Override
    public long traces() throws InterruptedException {
        return offsets.committedEnd(outputs);
    }

    @Override
    public boolean isCaughtUp() throws InterruptedException {
        return done() == end();
    }

    /** How many mutations the topic holds. */
    public long end() throws InterruptedException {
        return offsets.committedEnd(mutations);
    }

    @Override
    public Duration cpu() {
        return cpu.get();
    }
}
