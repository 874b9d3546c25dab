package nl.buurtpuls.local.kafka;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.buurtpuls.local.process.Command;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.Part;
import nl.buurtpuls.local.process.StartFailure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;

/** A Kafka broker in a JVM of its own, whose data stay in the data folder. */
public final class Kafka implements AutoCloseable {
    /** The name of its log and pid file. */
    public static final String NAME = "kafka";

    private static final String HEAP = "-Xmx768m";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Part part;
    private final String bootstrapServers;

    private Kafka(Part part, String bootstrapServers) {
        this.part = part;
        this.bootstrapServers = bootstrapServers;
    }

    /** Prepares a broker with nothing to tell it beside. */
    public static Kafka on(DataFolder folder, int port, int controllerPort) {
        return on(folder, port, controllerPort, Map.of());
    }

    /**
     * Prepares a broker and does not start it yet. The folder must have been {@linkplain DataFolder#prepare() prepared}.
     *
     * @param port for clients, on localhost
     * @param controllerPort for itself, on localhost
     * @param environment variables beside those of this process
     */
    public static Kafka on(DataFolder folder, int port, int controllerPort, Map<String, String> environment) {
        Path properties = folder.kafka().resolve("server.properties");
        String bootstrapServers = "localhost:" + port;
        try {
            Files.createDirectories(folder.kafka());
            Files.writeString(
                    properties, new ServerProperties(folder.kafka().resolve("data"), port, controllerPort).text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command command = Command.java(NAME, jvm("kafka.Kafka", properties.toString()), environment, STOP_LIMIT);
        return new Kafka(new Part(command, folder, () -> answers(bootstrapServers)), bootstrapServers)
                .formatted(folder, properties);
    }

    /** Starts the broker and waits until it answers. */
    public Kafka start() throws InterruptedException {
        part.start();
        awaitReady();
        return this;
    }

    /** Waits until the broker, started by way of its {@link #part}, answers. */
    public void awaitReady() throws InterruptedException {
        part.awaitReady(START_LIMIT);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The process: to kill it, to start it again, to measure it. */
    public Part part() {
        return part;
    }

    /** A client to look at the broker with; the caller closes it. */
    public Admin admin() {
        return admin(bootstrapServers);
    }

    @Override
    public void close() {
        part.close();
    }

    private static boolean answers(String bootstrapServers) throws InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            return false;
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                5_000));
    }

    /** Gives a new data folder its cluster id. Formatting needs a broker that does not run. */
    private Kafka formatted(DataFolder folder, Path properties) {
        if (Files.exists(folder.kafka().resolve("data").resolve("meta.properties"))) {
            return this;
        }
        List<String> words = new ArrayList<>();
        words.add(Command.javaProgram().toString());
        words.addAll(jvm(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                Uuid.randomUuid().toString(),
                "--config",
                properties.toString()));
        File log = folder.log(NAME).toFile();
        try {
            int exit = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw StartFailure.failed(
                        "Kafka cannot prepare its data folder (exit code " + exit + "): see " + log + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.failed("The start was interrupted.");
        }
        return this;
    }

    private static List<String> jvm(String mainClass, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        words.addAll(List.of(arguments));
        return words;
    }
}
