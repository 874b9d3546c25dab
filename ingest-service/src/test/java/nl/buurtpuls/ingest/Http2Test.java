package nl.buurtpuls.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.buurtpuls.ingest.testing.Moves;
import nl.buurtpuls.ingest.testing.RealKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many calls share a connection: what ends one of them leaves the others alone. */
@QuarkusTest
@QuarkusTestResource(RealKafka.class)
class Http2Test {

    @Inject
    Vertx vertx;

    private final Queue<HttpConnection> connections = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private HttpClient client;

    @BeforeEach
    void connect() {
        client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setHttp2ClearTextUpgrade(false))
                .withConnectHandler(connection -> {
                    connections.add(connection);
                    connection.closeHandler(gone -> closed.set(true));
                })
                .build();
    }

    @AfterEach
    void disconnect() throws Exception {
        get(client.close());
    }

    @ParameterizedTest
    @CsvSource({"/v1/events, text/plain, 415", "/v1/openapi.json, text/plain, 405"})
    void refusalOfABodyThatIsNotReadEndsItsStreamOnly(String path, String type, int status) throws Exception {
        HttpClientRequest refused = call(path, type);
        // What is to follow never comes.
        get(refused.setChunked(true).write("{"));
        assertThat(get(refused.response()).statusCode()).isEqualTo(status);

        HttpClientRequest taken = call("/v1/events", "application/cloudevents+json");
        assertThat(get(taken.send(Moves.of("http2-" + status, "GM0363"))).statusCode())
                .isEqualTo(202);
        assertThat(connections).hasSize(1);
        assertThat(closed).isFalse();
    }

    @Test
    void bodyIsReadToItsEnd() throws Exception {
        HttpClientRequest call = call("/v1/events", "application/cloudevents+json");
        String event = Moves.of("http2-in-parts", "GM0363");
        get(call.setChunked(true).write(event.substring(0, 50)));

        assertThat(get(call.send(event.substring(50))).statusCode()).isEqualTo(202);
    }

    private HttpClientRequest call(String path, String type) throws Exception {
        return get(client.request(HttpMethod.POST, RestAssured.port, "localhost", path))
                .putHeader("Authorization", RealKafka.bearer())
                .putHeader("Content-Type", type);
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
