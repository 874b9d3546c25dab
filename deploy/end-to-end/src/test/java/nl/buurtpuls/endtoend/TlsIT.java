package nl.buurtpuls.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.contract.topic.Topic;
import nl.buurtpuls.local.stack.Service;
import nl.buurtpuls.local.stack.Stack;
import nl.buurtpuls.local.stack.StackOptions;
import nl.buurtpuls.simulator.output.EventLine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * TLS as docs/configuration.md has it, by environment variables alone: callers to ingest-service and report-service, and all
 * three to a broker that asks each client for a certificate. The services know no other way to the broker.
 */
@Order(9)
class TlsIT {

    private static final LocalDate SINCE = LocalDate.parse("2024-01-01");

    private static final Register REGISTER = new Register("GM0888");

    private static Stack stack;
    private static Running running;
    private static HttpClient client;
    private static URI ingest;
    private static URI report;

    @BeforeAll
    static void start() throws Exception {
        Path folder = SharedStack.newFolder("tls-");
        Identity server = Identity.in(folder, "server");
        Identity services = Identity.in(folder, "services");
        int offset = SharedStack.freeOffset();
        int brokerPort = 20_000 + offset;
        ingest = URI.create("https://localhost:" + (21_000 + offset));
        report = URI.create("https://localhost:" + (22_000 + offset));
        StackOptions options = StackOptions.in(SharedStack.HOME, folder, offset)
                .telling(Service.INGEST, kafka(server, services, brokerPort))
                .telling(
                        Service.INGEST, https(ingest, "P12_PATH", server.keyStore(), "P12_PASSWORD", Identity.PASSWORD))
                .telling(Service.INDICATOR, kafka(server, services, brokerPort))
                .telling(Service.REPORT, kafka(server, services, brokerPort))
                .telling(
                        Service.REPORT,
                        https(report, "PEM__0__CERT", server.certificate(), "PEM__0__KEY", server.key()));
        stack = SharedStack.prepare(options);
        letBrokerSpeakTls(options, brokerPort, server, services);
        stack.start();
        running = new Running(stack);
        client = HttpClient.newBuilder().sslContext(server.trusted()).build();
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            SharedStack.end(stack);
        }
    }

    @Test
    void eventGoesInAndFiguresComeOutByTlsAllTheWay() throws Exception {
        Event event = REGISTER.lives("anna", REGISTER.buurt(101), SINCE);

        assertThat(push(event).statusCode()).isEqualTo(202);

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(json(
                                        report.resolve("/v1/areas/" + REGISTER.buurt(101) + "/snapshot"),
                                        Roles.EXACT_READER)
                                .at("/indicators/population/value")
                                .asInt())
                        .isEqualTo(1));
        // Read from the topics, and from what the engine has committed.
        URI outcome = ingest.resolve(
                "/v1/events/" + event.id().id() + "?source=" + event.id().source());
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(json(outcome, Roles.MUTATION_WRITER)
                                .path("state")
                                .asText())
                        .isEqualTo("applied"));
    }

    @Test
    void whatCannotBeReadGetsToTheDeadLettersByTlsToo() throws Exception {
        byte[] nonsense = "nonsense".getBytes(StandardCharsets.UTF_8);
        running.topics().write(Topic.FINDINGS, "GM0888", nonsense);

        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(running.topics().read(Topic.DEAD_LETTERS))
                        .anyMatch(letter -> letter.value() != null
                                && new String(letter.value(), StandardCharsets.UTF_8).equals("nonsense")));
    }

    @Test
    void callerThatDoesNotTrustTheCertificateGetsNoFurther() {
        HttpRequest call =
                HttpRequest.newBuilder(ingest.resolve("/q/health/live")).build();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(call, BodyHandlers.discarding()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static Map<String, String> kafka(Identity server, Identity client, int port) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + port,
                "KAFKA_SECURITY_PROTOCOL",
                "SSL",
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                server.certificate().toString(),
                "KAFKA_SSL_KEYSTORE_TYPE",
                "PKCS12",
                "KAFKA_SSL_KEYSTORE_LOCATION",
                client.keyStore().toString(),
                "KAFKA_SSL_KEYSTORE_PASSWORD",
                Identity.PASSWORD);
    }

    private static Map<String, String> https(URI address, Object... keyStore) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(address.getPort()));
        for (int at = 0; at < keyStore.length; at += 2) {
            variables.put("QUARKUS_TLS_KEY_STORE_" + keyStore[at], keyStore[at + 1].toString());
        }
        return variables;
    }

    /** A second listener; the first is left to the launcher, which looks at the broker by it. */
    private static void letBrokerSpeakTls(StackOptions options, int port, Identity server, Identity services)
            throws IOException {
        int plain = options.ports().kafka();
        String more = String.join(
                "\n",
                "listeners=PLAINTEXT://localhost:" + plain + ",CONTROLLER://localhost:"
                        + options.ports().kafkaController() + ",SSL://localhost:" + port,
                "advertised.listeners=PLAINTEXT://localhost:" + plain + ",SSL://localhost:" + port,
                "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SSL:SSL",
                "ssl.client.auth=required",
                "ssl.keystore.type=PKCS12",
                "ssl.keystore.location=" + server.keyStore(),
                "ssl.keystore.password=" + Identity.PASSWORD,
                "ssl.truststore.type=PEM",
                "ssl.truststore.location=" + services.certificate(),
                "");
        Files.writeString(options.data().kafka().resolve("server.properties"), more, StandardOpenOption.APPEND);
    }

    private static HttpResponse<String> push(Event event) throws IOException, InterruptedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        new EventLine(line).accept(event);
        return client.send(
                HttpRequest.newBuilder(ingest.resolve("/v1/events"))
                        .header("Content-Type", "application/cloudevents+json")
                        .header("Authorization", running.bearer(Roles.MUTATION_WRITER))
                        .POST(BodyPublishers.ofByteArray(line.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(URI address, String role) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(address)
                .header("Authorization", running.bearer(role))
                .build();
        return Running.JSON.readTree(client.send(call, BodyHandlers.ofString()).body());
    }
}
