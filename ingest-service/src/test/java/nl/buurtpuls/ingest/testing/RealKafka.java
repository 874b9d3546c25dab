package nl.buurtpuls.ingest.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.process.DataFolder;

/** A real broker in its own JVM, once for all tests of the service. */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {

    private static volatile Kafka running;

    /** The broker, to break it. */
    public static Kafka broker() {
        return running;
    }

    /** Starts the broker again if it was killed. */
    public static void comeBack() throws InterruptedException {
        if (!running.part().isRunning()) {
            running.part().close();
            running.start();
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("buurtpuls-ingest");
            DataFolder data = new DataFolder(folder);
            data.prepare();
            running = Kafka.on(data, freePort(), freePort()).start();
            running.awaitReady();
            return Map.of("kafka.bootstrap.servers", running.bootstrapServers(), "buurtpuls.topics.partitions", "3");
        } catch (IOException e) {
            throw new IllegalStateException("no place for the broker", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker starts", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        running.close();
    }
}
