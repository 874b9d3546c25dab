package nl.buurtpuls.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.buurtpuls.benchmark.Options.Measure;
import nl.buurtpuls.benchmark.door.DoorSpeed;
import nl.buurtpuls.benchmark.figure.Table;
import nl.buurtpuls.benchmark.footprint.Footprint;
import nl.buurtpuls.benchmark.freshness.Freshness;
import nl.buurtpuls.benchmark.fuzz.Fuzz;
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
            if (options.measures().contains(Measure.STREAM)) {
                table = stream(stack);
            } else {
                table = options.measures().stream().allMatch(Measure::isOfTheDoorAlone)
                        ? door(stack)
                        : measure(stack, file);
            }
        } finally {
            stack.close();
        }
        // Not where it failed: the logs say why.
        if (!options.keep()) {
            options.stack().data().clear();
            delete(file);
        }
        return table;
    }

    private Table door(Stack stack) throws InterruptedException {
        progress.say("Starting Kafka and ingest-service; data in "
                + options.stack().data().path());
        stack.start();
        Table table = new Table();
        if (options.measures().contains(Measure.DOOR)) {
            new DoorSpeed(stack, progress).measure(options.fuzz().events(), table);
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

    private Table measure(Stack stack, Path file) throws InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        progress.say("Making the sample, scale " + options.scale());
        Sample sample = Sample.write(file, options.scale(), LocalDate.ofInstant(clock.instant(), ZONE));
        progress.say("Starting Kafka, PostgreSQL and the services; data in "
                + options.stack().data().path());
        stack.start();
        Table table = new Table()
                .heading("Machine")
                .count("processors", Runtime.getRuntime().availableProcessors(), "")
                .text("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"), "")
                .text("Java", Runtime.version().toString(), "")
                .number("load of the machine before (0 if nothing else runs)", load, 1, "")
                .number("scale of the sample", options.scale(), 2, "");
        Figures figures = new Figures(stack, progress);
        if (options.measures().contains(Measure.REPLAY)) {
            new Replay(stack, progress).measure(sample, table);
        } else {
            progress.say("Loading the sample");
            Door.of(stack).send(sample);
        }
        figures.awaitReadable();
        if (options.measures().contains(Measure.FRESHNESS)) {
            new Freshness(stack, clock, progress).measure(table);
            figures.awaitReadable();
        }
        new Footprint(stack).measure(sample.persons(), table);
        return table;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
