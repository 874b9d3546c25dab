package nl.buurtpuls.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.kafka.Kafka;
import nl.buurtpuls.local.kafka.TopicReader;
import nl.buurtpuls.local.postgres.Postgres;
import nl.buurtpuls.local.process.Progress;
import nl.buurtpuls.local.process.StartFailure;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka and PostgreSQL for real; the services have their own tests and those of the end-to-end module. */
class StackIT {
    private static final Ports PORTS = new Ports(21_300);
    private static final TopicPartition PARTITION = new TopicPartition(Topic.MUTATIONS.topicName(), 0);

    @TempDir
    Path folder;

    @Test
    void aSecondStartGoesOnWithTheDataOfTheFirstAndOnOtherPorts() throws Exception {
        // Given
        List<String> told = new ArrayList<>();
        try (Stack first = Stack.start(options(PORTS), told::add)) {
            createTopic(first.kafka());
            send(first.kafka(), "kept");
            execute(first.postgres(), "CREATE TABLE note (text text)");
            execute(first.postgres(), "INSERT INTO note VALUES ('kept')");
        }

        // When
        try (Stack second = Stack.start(options(new Ports(21_400)), Progress.SILENT)) {

            // Then
            assertThat(readAll(second.kafka())).containsExactly("kept");
            assertThat(selectNotes(second.postgres())).containsExactly("kept");
        }
        assertThat(told)
                .satisfiesExactly(
                        line -> assertThat(line).matches("Kafka is up \\(\\d+ s\\)"),
                        line -> assertThat(line).matches("PostgreSQL is up \\(\\d+ s\\)"));
    }

    @Test
    void whatWasAcknowledgedSurvivesTheKillingOfBothServers() throws Exception {
        try (Stack stack = Stack.start(options(PORTS), Progress.SILENT)) {
            // Given
            createTopic(stack.kafka());
            send(stack.kafka(), "kept");
            execute(stack.postgres(), "CREATE TABLE note (text text)");
            execute(stack.postgres(), "INSERT INTO note VALUES ('kept')");

            // When
            stack.kafka().part().kill();
            stack.postgres().part().kill();
            stack.kafka().start();
            stack.postgres().start();

            // Then
            assertThat(readAll(stack.kafka())).containsExactly("kept");
            assertThat(selectNotes(stack.postgres())).containsExactly("kept");
        }
    }

    @Test
    void freshRemovesTheDataOfEarlierRunsAndNothingElse() throws Exception {
        // Given
        Path strangers = Files.writeString(
                Files.createDirectories(folder.resolve("data")).resolve("notes.txt"), "mine");
        try (Stack first = Stack.start(options(PORTS), Progress.SILENT)) {
            execute(first.postgres(), "CREATE TABLE note (text text)");
        }
        StackOptions same = options(PORTS);

        // When
        try (Stack fresh =
                Stack.start(new StackOptions(same.home(), same.data(), true, PORTS, Set.of()), Progress.SILENT)) {

            // Then
            assertThatThrownBy(() -> selectNotes(fresh.postgres())).isInstanceOf(SQLException.class);
            assertThat(strangers).hasContent("mine");
        }
    }

    @Test
    void aServerThatDiesIsNamedWithItsLog() throws Exception {
        try (Stack stack = Stack.start(options(PORTS), Progress.SILENT)) {
            // When
            ProcessHandle.of(stack.kafka().part().pid()).orElseThrow().destroyForcibly();
            ProcessHandle.of(stack.kafka().part().pid())
                    .ifPresent(process -> process.onExit().join());

            // Then
            assertThatThrownBy(stack::requireAlive)
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("kafka has ended with exit code 137: see "
                            + stack.data().log("kafka") + ".");
        }
    }

    @Test
    void closingLeavesNoProcess() throws Exception {
        // Given
        Stack stack = Stack.start(options(PORTS), Progress.SILENT);
        assertThat(processesOf(folder)).hasSizeGreaterThanOrEqualTo(2);

        // When
        stack.close();

        // Then
        assertThat(processesOf(folder)).isEmpty();
        try (Stream<Path> pids = Files.list(stack.data().pids())) {
            assertThat(pids).isEmpty();
        }
    }

    @Test
    void twoStacksDoNotShareAFolder() throws Exception {
        try (Stack stack = Stack.start(options(PORTS), Progress.SILENT)) {
            assertThatThrownBy(() -> Stack.start(options(new Ports(21_400)), Progress.SILENT))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith(
                            "Buurtpuls runs already on " + stack.data().path())
                    .hasMessageContaining("deploy/local/stop --data");
        }
    }

    @Test
    void aTakenPortIsNamedTogetherWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(PORTS.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Stack.start(options(PORTS), Progress.SILENT))
                    .isInstanceOfSatisfying(
                            StartFailure.class,
                            failure -> assertThat(failure.exitCode()).isEqualTo(2))
                    .hasMessage("Port " + taken.getLocalPort()
                            + ", for Kafka, is in use: end the program that uses it, or move every port with"
                            + " --port-offset N (100 for instance).");
        }
    }

    private StackOptions options(Ports ports) {
        StackOptions options = StackOptions.in(folder, folder.resolve("data"), ports.offset());
        return options.withoutServices();
    }

    /** PostgreSQL has processes of its own below the one that was started; all of them carry the folder's name. */
    private static List<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private static void createTopic(Kafka kafka) throws Exception {
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(Topic.MUTATIONS.definition(1))).all().get();
        }
    }

    private static void send(Kafka kafka, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(PARTITION.topic(), value)).get();
        }
    }

    private static List<String> readAll(Kafka kafka) {
        try (TopicReader<String> reader =
                new TopicReader<>(kafka.bootstrapServers(), new StringDeserializer(), IsolationLevel.READ_COMMITTED)) {
            return reader.read(PARTITION.topic()).stream()
                    .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static void execute(Postgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> selectNotes(Postgres postgres) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM note")) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
