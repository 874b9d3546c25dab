package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.process.DataFolder;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.stack.Ports;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;

/**
 * Where faults happen: a stack of its own, whose services reach Kafka and PostgreSQL through networks that can be torn. Who
 * looks on from the test reaches them directly.
 */
final class Scene implements AutoCloseable {

    private static final byte[] GARBAGE = "no event \u0000 at all".getBytes(StandardCharsets.UTF_8);

    private final Stack stack;
    private final Map<Target, TornNetwork> networks;
    private final AtomicInteger poison = new AtomicInteger();

    private Scene(Stack stack, Map<Target, TornNetwork> networks) {
        this.stack = stack;
        this.networks = networks;
    }

    static Scene start() throws IOException, InterruptedException {
        Ports ports = new Ports(SharedStack.freeOffset());
        int brokersOtherPort = freePort();
        TornNetwork toKafka = TornNetwork.to(brokersOtherPort);
        TornNetwork toPostgres = TornNetwork.to(ports.postgres());
        DataFolder data = new DataFolder(SharedStack.newFolder("faults-"));
        StackOptions options = StackOptions.in(SharedStack.HOME, data.path(), ports.offset());
        for (Service service : Service.values()) {
            options = options.telling(service, Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + toKafka.port()));
        }
        String database = "postgresql://localhost:" + toPostgres.port() + "/buurtpuls";
        options = options.telling(
                Service.REPORT,
                Map.of("QUARKUS_DATASOURCE_REACTIVE_URL", database, "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + database));
        Stack stack = Stack.prepare(options, Progress.SILENT);
        listenBehind(toKafka, brokersOtherPort, data.kafka().resolve("server.properties"), ports);
        stack.start();
        return new Scene(stack, new HashMap<>(Map.of(Target.KAFKA, toKafka, Target.POSTGRES, toPostgres)));
    }

    /** Clients go on with the address that the broker tells them, so it must tell those from the network the network's. */
    private static void listenBehind(TornNetwork network, int port, Path properties, Ports ports) throws IOException {
        String own = "PLAINTEXT://localhost:" + ports.kafka();
        // Of a name that stands twice the last counts.
        Files.writeString(
                properties,
                "listeners=" + own + ",CONTROLLER://localhost:" + ports.kafkaController() + ",TORN://localhost:" + port
                        + "\nadvertised.listeners=" + own + ",TORN://localhost:" + network.port()
                        + "\nlistener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,TORN:PLAINTEXT\n",
                StandardOpenOption.APPEND);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Stack stack() {
        return stack;
    }

    /** The network that leads to it. */
    TornNetwork networkTo(Target ground) {
        return networks.get(ground);
    }

    /** Puts records among the mutations that are none: one that says nothing, one that has no value, one under no key. */
    void poison(String municipality) throws InterruptedException {
        Topics topics = new Topics(stack.kafka().bootstrapServers());
        try {
            topics.write(Topic.MUTATIONS, municipality, GARBAGE);
            topics.write(Topic.MUTATIONS, municipality, null);
            topics.write(Topic.MUTATIONS, "no municipality", GARBAGE);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the poison was not taken", e);
        }
        poison.addAndGet(3);
    }

    /** How many such records there are. */
    int poisonous() {
        return poison.get();
    }

    @Override
    public void close() throws IOException {
        stack.close();
        for (TornNetwork network : networks.values()) {
            network.close();
        }
    }
}
