package nl.buurtpuls.ingest.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.token.Grant;
import nl.buurtpuls.local.token.Tokens;

/**
 * A real broker in its own JVM, once for all tests of the service, and keys for tokens. What REST Assured sends has one that
 * lets it push for all, unless a test takes it away.
 */
public final class RealKafka implements QuarkusTestResourceLifecycleManager {

    private static volatile Kafka running;
    private static volatile Tokens tokens;
    private static volatile DataFolder folder;

    /** The broker, to break it. */
    public static Kafka broker() {
        return running;
    }

    /** A token that the service takes. */
    public static String token(Grant grant) {
        return tokens.issue(grant);
    }

    /** A token that was issued at another moment. */
    public static String token(Grant grant, Instant issued) {
        return Tokens.of(folder, InstantSource.fixed(issued)).issue(grant);
    }

    /** What a sender that may push for all says of itself. */
    public static String bearer() {
        return "Bearer " + token(Grant.of(Roles.MUTATION_WRITER));
    }

    /** The same, as a header's line of a call. */
    public static String authorization() {
        return "Authorization: " + bearer();
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
            Path path = Files.createTempDirectory("buurtpuls-ingest");
            folder = new DataFolder(path);
            folder.prepare();
            running = Kafka.on(folder, freePort(), freePort()).start();
            running.awaitReady();
            tokens = Tokens.of(folder, InstantSource.system());
            RestAssured.authentication = RestAssured.oauth2(token(Grant.of(Roles.MUTATION_WRITER)));
            Map<String, String> settings = new HashMap<>(tokens.settings());
            settings.put("kafka.bootstrap.servers", running.bootstrapServers());
            settings.put("buurtpuls.topics.partitions", "3");
            return settings;
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
        RestAssured.authentication = RestAssured.DEFAULT_AUTH;
        running.close();
    }
}
