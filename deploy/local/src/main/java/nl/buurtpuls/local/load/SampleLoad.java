package nl.buurtpuls.local.load;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.ConsumerProgress;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.Death;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import nl.buurtpuls.local.process.Stopwatch;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.token.Grant;
import org.apache.kafka.common.KafkaException;

/** Has the simulator send its town to the ingest-service. */
final class SampleLoad {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final long POLL_MILLIS = 200;
    private static final long SECONDS_BETWEEN_LINES = 5;

    private final Path simulator;
    private final InstantSource clock;
    private final Progress progress;

    SampleLoad(Path home, InstantSource clock, Progress progress) {
        this.simulator = home.resolve("deploy").resolve("simulator").resolve("target");
        this.clock = clock;
        this.progress = progress;
    }

    void into(Stack stack) throws InterruptedException {
        Marker marker = new Marker(stack.data().loaded().resolve("sample"));
        // A load that was cut short is done again with the day it began with: the same events, so nothing counts twice.
        String lastDay = marker.request()
                .orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZONE).toString());
        if (marker.isComplete()) {
            progress.say("The sample is there already (up to " + lastDay + ")");
            return;
        }
        Path jar = simulator.resolve("simulator.jar");
        if (Files.notExists(jar)) {
            throw StartFailure.failed(
                    jar + " is missing: build it with ./mvnw -DskipTests package, or use --no-sample.");
        }
        marker.begin(lastDay);
        progress.say("Loading the sample: Heerlen from 2014 up to " + lastDay);
        Command command = Command.java(
                "simulator",
                List.of(
                        "-Xmx512m",
                        "-cp",
                        jar + File.pathSeparator + simulator.resolve("lib") + File.separator + "*",
                        "nl.buurtpuls.simulator.Simulator",
                        "--out",
                        stack.address(Service.INGEST).toString(),
                        "--to",
                        lastDay),
                Map.of(
                        "BUURTPULS_TOKEN",
                        stack.tokens().issue(Grant.of(Roles.MUTATION_WRITER).named("simulator"))),
                STOP_LIMIT);
        Stopwatch watch = new Stopwatch();
        awaitEnd(stack.launchGuest(command), stack, watch);
        marker.complete(lastDay);
        progress.say("The sample is loaded (" + watch + ")");
    }

    private void awaitEnd(Part running, Stack stack, Stopwatch watch) throws InterruptedException {
        try (ConsumerProgress topics = new ConsumerProgress(stack.kafka())) {
            long nextLine = SECONDS_BETWEEN_LINES;
            while (true) {
                Optional<Death> end = running.died();
                if (end.isPresent()) {
                    if (end.get().exitCode() == 0) {
                        return;
                    }
                    throw end.get().asFailure();
                }
                stack.requireAlive();
                if (watch.seconds() >= nextLine) {
                    nextLine = watch.seconds() + SECONDS_BETWEEN_LINES;
                    say(topics, watch);
                }
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private void say(ConsumerProgress topics, Stopwatch watch) throws InterruptedException {
        try {
            progress.say(String.format(
                    Locale.ROOT, "  %,d events (%s)", topics.written(Topic.MUTATIONS.topicName()), watch));
        } catch (KafkaException e) {
            // Only the line is missing; should Kafka be gone for good, the loop above sees it.
            progress.say("  … (" + watch + ")");
        }
    }
}
