package nl.buurtpuls.benchmark;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.buurtpuls.benchmark.Options.Measure;
import nl.buurtpuls.benchmark.door.BulkLoad;
import nl.buurtpuls.benchmark.door.DoorSpeed;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.footprint.Footprint;
import nl.buurtpuls.benchmark.freshness.Freshness;
import nl.buurtpuls.benchmark.fuzz.Fuzz;
import nl.buurtpuls.benchmark.instances.Instances;
import nl.buurtpuls.benchmark.peers.Peers;
import nl.buurtpuls.benchmark.replay.Door;
import nl.buurtpuls.benchmark.replay.Replay;
import nl.buurtpuls.benchmark.replay.Sample;
import nl.buurtpuls.benchmark.stream.StreamSpeed;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.load.Figures;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.simulator.Settings;

/**
 * The command behind {@code deploy/benchmark/run}: measures a stack of its own and prints a table. Exit codes: 1 if a part
 * failed, 2 if nothing was started.
 */
public final class Benchmark {
    /** Longer than a fuzz run takes. */
    private static final Duration FUZZ = Duration.ofDays(1);

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private final Options options;
    private final InstantSource clock;
    private final Progress progress;

    Benchmark(Options options, InstantSource clock, Progress progress) {
        this.options = options;
        this.clock = clock;
        this.progress = progress;
    }

    public static void main(String[] words) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help")) {
            out.print(Options.USAGE);
            return;
        }
        try {
            Path home = Path.of(System.getProperty("buurtpuls.home", ""))
                    .toAbsolutePath()
                    .normalize();
            Options options = Options.parse(List.of(words), home);
            Table table = new Benchmark(options, InstantSource.system(), out::println).run();
            out.println();
            table.lines().forEach(out::println);
        } catch (StartFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(failure.exitCode());
        }
    }

    private Table run() throws InterruptedException {
        Stack stack = Stack.prepare(options.stack(), progress);
        // Also when it is interrupted, nothing is left running.
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop"));
        Path file = options.stack().data().path().resolve("sample.ndjson");
        Table table;
        try {
            table = measure(stack, file);
        } finally {
            stack.close();
        }
        // Not where it failed: the logs say why.
        if (!options.keep()) {
            options.stack().data().clear();
        }
        return table;
    }

    private Table measure(Stack stack, Path file) throws InterruptedException {
        Set<Measure> measures = options.measures();
        if (measures.contains(Measure.STREAM)) {
            return stream(stack);
        } else if (measures.contains(Measure.PEERS)) {
            return peers(stack);
        } else if (measures.contains(Measure.INSTANCES)) {
            return instances(stack);
        } else if (measures.contains(Measure.FOOTPRINT)) {
            return footprint(stack);
        }
        return measures.stream().allMatch(Measure::isOfTheDoorAlone) ? door(stack) : replay(stack, file);
    }

    private Table door(Stack stack) throws InterruptedException {
        progress.say("Starting Kafka and ingest-service; data in "
                + options.stack().data().path());
        stack.start();
        Table table = new Table();
        if (options.measures().contains(Measure.DOOR)) {
            new DoorSpeed(stack, progress).measure(options.fuzz().events(), table);
        } else if (options.measures().contains(Measure.BULK)) {
            new BulkLoad(stack, progress).measure(options.fuzz().events(), table);
        } else {
            new Fuzz(
                            stack.address(Service.INGEST),
                            stack.tokens()
                                    .issue(Grant.of(Roles.MUTATION_WRITER)
                                            .named("fuzz")
                                            .validFor(FUZZ)),
                            stack.kafka().bootstrapServers(),
                            options.fuzz().seed(),
                            progress)
                    .run(options.fuzz().events(), table);
        }
        stack.requireAlive();
        return table;
    }

    private Table stream(Stack stack) throws InterruptedException {
        progress.say("Starting Kafka, PostgreSQL and the services; data in "
                + options.stack().data().path());
        stack.start();
        Table table = new Table();
        new StreamSpeed(stack, clock, progress).measure(table);
        stack.requireAlive();
        return table;
    }

    private Table peers(Stack stack) throws InterruptedException {
        Table table = machine();
        progress.say("Starting Kafka, PostgreSQL and indicator-service; data in "
                + options.stack().data().path());
        stack.start();
        new Peers(stack, clock, progress).measure(options.scale(), table);
        stack.requireAlive();
        return table;
    }

    private Table instances(Stack stack) throws InterruptedException {
        Table table = machine();
        progress.say("Starting Kafka, PostgreSQL and indicator-service; data in "
                + options.stack().data().path());
        stack.start();
        new Instances(stack, options.instances(), clock, progress).measure(settings(), table);
        return table;
    }

    private Table footprint(Stack stack) throws InterruptedException {
        Table table = machine();
        progress.say("Starting Kafka, PostgreSQL and the services; data in "
                + options.stack().data().path());
        stack.start();
        new Footprint(stack).ofStart(table);
        return table;
    }

    private Settings settings() {
        return new Settings(
                options.area(),
                Settings.DEFAULT_SEED,
                Settings.DEFAULT_FROM,
                LocalDate.ofInstant(clock.instant(), ZONE),
                options.scale());
    }

    /** What it is measured on. */
    private Table machine() {
        return new Table()
                .heading("Machine")
                .count("processors", Runtime.getRuntime().availableProcessors(), "")
                .text("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"), "")
                .text("Java", Runtime.version().toString(), "")
                .number(
                        "load of the machine before (0 if nothing else runs)",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        1,
                        "")
                .text("area of the sample", options.area().name().toLowerCase(Locale.ROOT), "")
                .number("scale of the sample", options.scale(), 2, "");
    }

    private Table replay(Stack stack, Path file) throws InterruptedException {
        Table table = machine();
        progress.say("Starting Kafka, PostgreSQL and the services; data in "
                + options.stack().data().path());
        stack.start();
        Sample sample;
        if (options.measures().contains(Measure.FRESHNESS) && options.measures().size() == 1) {
            progress.say("Loading the sample");
            sample = Sample.send(settings(), file, Door.of(stack), progress);
        } else {
            sample = new Replay(stack, progress).measure(settings(), file, table);
        }
        if (options.measures().contains(Measure.FRESHNESS)) {
            Figures figures = new Figures(stack, progress);
            figures.awaitReadable();
            new Freshness(stack, clock, progress)
                    .measure(options.load().rates(), options.load().readers(), table);
            figures.awaitReadable();
        }
        new Footprint(stack).measure(sample.persons(), table);
        return table;
    }
}
