package nl.buurtpuls.benchmark.footprint;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import org.apache.kafka.clients.admin.Admin;

/** How much memory and disk the parts of a stack take, now. */
public final class Footprint {
    private static final long MENTIONED = 64 * 1024;

    private final Stack stack;

    public Footprint(Stack stack) {
        this.stack = stack;
    }

    /**
     * Measures.
     *
     * @param persons in the data, living there or not
     */
    public void measure(long persons, Table table) throws InterruptedException {
        memory(table);
        disk(persons, table);
    }

    /** Starts each service anew, and tells how long that takes and what it needs then, without data. */
    public void ofStart(Table table) throws InterruptedException {
        table.heading("Start to ready, on " + stack.jvms().program());
        for (Service service : stack.services()) {
            stack.process(service).close();
            long start = System.nanoTime();
            stack.restart(service);
            table.seconds(service.processName(), Duration.ofNanos(System.nanoTime() - start));
        }
        memory(table);
    }

    private void memory(Table table) {
        table.heading("Memory");
        for (Service service : stack.services()) {
            memory(service.processName(), stack.process(service).pid(), table);
        }
        memory(stack.kafka().part().name(), stack.kafka().part().pid(), table);
        mebibytes(
                stack.postgres().part().name() + ", all its processes",
                Memory.proportionalOfTree(stack.postgres().part().pid()),
                table);
    }

    private void disk(long persons, Table table) throws InterruptedException {
        try (Admin admin = stack.kafka().admin()) {
            SortedMap<String, Long> topics = Disk.topics(admin);
            long kafka = topics.values().stream().mapToLong(Long::longValue).sum();
            long state = DataFolder.sizeOf(stack.data().indicatorState());
            long database = Disk.database(stack.postgres());
            table.heading("Disk");
            for (Map.Entry<String, Long> topic : topics.entrySet()) {
                if (topic.getValue() >= MENTIONED) {
                    table.mebibytes("Kafka, " + topic.getKey(), topic.getValue());
                }
            }
            table.mebibytes("indicator-service, RocksDB", state)
                    .mebibytes("PostgreSQL, database", database)
                    .count("persons in the data, living there or not", persons, "persons")
                    .number("Kafka, all topics", kafka / (double) persons, 0, "bytes/person")
                    .number("indicator-service, RocksDB", state / (double) persons, 0, "bytes/person")
                    .number("PostgreSQL, database", database / (double) persons, 0, "bytes/person")
                    .number("all of it", (kafka + state + database) / (double) persons, 0, "bytes/person");
        }
    }

    private void memory(String name, long pid, Table table) {
        String heap =
                Memory.heapSetting(pid).map(setting -> " (" + setting + ")").orElse("");
        mebibytes(name + heap + ", resident", Memory.resident(pid), table);
        mebibytes(name + ", most it was", Memory.residentPeak(pid), table);
    }

    private static void mebibytes(String figure, OptionalLong bytes, Table table) {
        if (bytes.isPresent()) {
            table.mebibytes(figure, bytes.getAsLong());
        } else {
            table.text(figure, "-", "not known on this system");
        }
    }
}
