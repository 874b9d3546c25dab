package nl.buurtpuls.report.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpPostTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final HttpPost http = new HttpPost(vertx, Settings.with("buurtpuls.alerts.timeout", "PT0.3S"));

    @AfterEach
    void end() {
        vertx.closeAndAwait();
    }

    @Test
    void toWhomNeverAnswersNoConnectionStaysOpen() throws IOException {
        try (ServerSocket receiver = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + receiver.getLocalPort() + "/hook");

            assertThatThrownBy(() -> http.send(address, "application/json", Map.of(), "{}", true)
                            .await()
                            .atMost(LONG))
                    .hasMessageContaining("no answer within 300 ms");

            try (Socket connection = receiver.accept()) {
                connection.setSoTimeout(Math.toIntExact(LONG.toMillis()));
                InputStream said = connection.getInputStream();
                assertThat(new String(said.readAllBytes())).startsWith("POST /hook HTTP/1.1");
            }
        }
    }
}
