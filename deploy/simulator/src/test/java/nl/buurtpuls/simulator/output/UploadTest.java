package nl.buurtpuls.simulator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on the loopback address that answers what ingest-service could. */
class UploadTest {

    private static final Settings SMALL = new Settings(917, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 2, 1), 0.01);

    private final List<String> received = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> answered = new ArrayList<>();
    private final HttpServer server;

    UploadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyEventArrivesAsALineAndAllTakenIsSuccess() throws IOException {
        answer(200, "{\"accepted\":7,\"refused\":0}\n");

        boolean taken = upload();

        assertThat(taken).isTrue();
        List<String> types = new ArrayList<>();
        Simulation.run(SMALL, event -> types.add(event.id().id()));
        assertThat(received).hasSameSizeAs(types).allMatch(line -> line.startsWith("{\"specversion\":\"1.0\""));
    }

    @Test
    void oneRefusedEventIsNoSuccessAndItsLineIsPassedOn() throws IOException {
        answer(200, "{\"line\":3,\"errors\":[]}\n{\"accepted\":6,\"refused\":1}\n");

        boolean taken = upload();

        assertThat(taken).isFalse();
        assertThat(answered).containsExactly("{\"line\":3,\"errors\":[]}", "{\"accepted\":6,\"refused\":1}");
    }

    @Test
    void anAnswerCutOffBeforeItsCountIsNoSuccess() throws IOException {
        answer(200, "{\"line\":3,\"errors\":[]}\n");

        assertThat(upload()).isFalse();
    }

    @Test
    void aServiceThatIsNotReadyIsAnErrorThatNamesItsStatus() {
        answer(503, "");

        assertThatThrownBy(this::upload).isInstanceOf(IOException.class).hasMessageContaining("503");
    }

    @Test
    void tokenIsShownAndReadAnewFromItsFile(@TempDir Path folder) throws IOException {
        answer(200, "{\"accepted\":7,\"refused\":0}\n");
        Path file = Files.writeString(folder.resolve("token"), "first\n");
        BearerToken token = new BearerToken("@" + file);

        upload(Optional.of(token));
        Files.writeString(file, "second\n");
        upload(Optional.of(token));
        upload(Optional.of(new BearerToken("third")));
        upload(Optional.empty());

        assertThat(shown).containsExactly("Bearer first", "Bearer second", "Bearer third", "");
    }

    @Test
    void whoeverLacksTheRightIsToldToShowAToken() {
        answer(401, "");

        assertThatThrownBy(this::upload).hasMessageContaining("401").hasMessageContaining("BUURTPULS_TOKEN");
    }

    private boolean upload() throws IOException {
        return upload(Optional.of(new BearerToken("of-the-tests")));
    }

    private boolean upload(Optional<BearerToken> token) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return Upload.to(address, token, events -> Simulation.run(SMALL, events), answered::add);
    }

    private void answer(int status, String body) {
        server.createContext("/v1/events/bulk", exchange -> {
            String lines = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            lines.lines().forEach(received::add);
            shown.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
