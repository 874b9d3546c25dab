package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtpuls.endtoend.Script.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The scripts, as who has just cloned the project calls them. */
@Order(1)
class LocalRunIT {

    private static final String EVENT = """
            {"specversion": "1.0", "id": "kept", "source": "urn:nld:oin:00000001001234567000:systeem:burgerzaken",
             "type": "nl.brp.ingeschreven.stand", "time": "2024-01-01T10:00:00Z", "datacontenttype": "application/json",
             "data": {"person": {"id": "someone"}, "municipality": "GM0882", "effectiveDate": "2024-01-01",
                      "birthDate": "1980-05-12", "residence": {"buurt": "BU08820101", "household": "h-1"}}}""";

    private final Path data = SharedStack.newFolder("local-run-");
    private final int offset = SharedStack.freeOffset();

    @AfterEach
    void leaveNothing() throws Exception {
        stop();
    }

    @Test
    void stackStartsStopsAndGoesOnWithWhatItHad() throws Exception {
        // The first start says where it is.
        Said first = run(data);
        assertThat(first.exitCode()).as(first.toString()).isZero();
        assertThat(first.lines()).endsWith("Buurtpuls is ready: http://localhost:" + (8083 + offset));
        List<ProcessHandle> processes = processes();
        assertThat(processes)
                .as("launcher, Kafka, PostgreSQL and three services")
                .hasSize(6);
        for (int port = 8081; port <= 8083; port++) {
            assertDescribesItselfToAll(port + offset);
        }
        assertThat(post(EVENT)).isEqualTo(202);
        awaitPopulation();

        // What stands in the way of another is said in one line.
        assertIsRefused(run(data), "Buurtpuls runs already on " + data, "deploy/local/stop");
        assertIsRefused(run(SharedStack.newFolder("local-run-")), "Port " + (5432 + offset), "--port-offset");

        // Stopping leaves no process.
        assertThat(stop().exitCode()).isZero();
        // The launcher says that it has stopped a moment before its process has ended.
        await().atMost(Patience.LIMIT).untilAsserted(() -> assertThat(processes).noneMatch(LocalRunIT::runs));

        // The second start goes on with what the first has left.
        Said second = run(data);
        assertThat(second.exitCode()).as(second.toString()).isZero();
        awaitPopulation();
    }

    private Said run(Path folder) throws IOException, InterruptedException {
        return Script.RUN.with("--detach", "--no-sample", "--data", folder.toString(), "--port-offset", "" + offset);
    }

    private Said stop() throws IOException, InterruptedException {
        return Script.STOP.with("--data", data.toString());
    }

    private static void assertIsRefused(Said said, String reason, String wayOut) {
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains(reason).contains(wayOut);
    }

    /** What the API Design Rules ask of a service, whatever it does beside. */
    private static void assertDescribesItselfToAll(int port) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/openapi.json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("port %d", port).isEqualTo(200);
        assertThat(answer.headers().map())
                .as("port %d", port)
                .containsEntry("api-version", List.of("1.0.0"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsKeys("content-security-policy", "strict-transport-security");
    }

    /** Those that the data folder remembers. */
    private List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("pids"))) {
            for (Path file : files.toList()) {
                String pid = Files.readString(file).split(" ")[0];
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(processes::add);
            }
        }
        assertThat(processes).allMatch(LocalRunIT::runs);
        return processes;
    }

    /** A process that has ended, and whose parent has not noticed, has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private int post(String event) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + (8081 + offset) + "/v1/events"))
                                .header("Content-Type", "application/cloudevents+json")
                                .header("Authorization", bearer("mutation-writer"))
                                .POST(HttpRequest.BodyPublishers.ofString(event))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** A token as the script prints it. */
    private String bearer(String role) throws IOException, InterruptedException {
        Said said = Script.TOKEN.with(role, "--data", data.toString());
        assertThat(said.exitCode()).as(said.toString()).isZero();
        assertThat(said.lines()).hasSize(1);
        return "Bearer " + said.lines().get(0);
    }

    private void awaitPopulation() throws IOException, InterruptedException {
        HttpRequest snapshot = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + (8083 + offset) + "/v1/areas/BU08820101/snapshot"))
                .header("Authorization", bearer("exact-reader"))
                .build();
        await().atMost(Patience.LIMIT).untilAsserted(() -> {
            String answer = HttpClient.newHttpClient()
                    .send(snapshot, HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(Running.JSON
                            .readTree(answer)
                            .at("/indicators/population/value")
                            .asInt())
                    .as(answer)
                    .isEqualTo(1);
        });
    }
}
