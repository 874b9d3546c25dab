package nl.buurtpuls.simulator.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.simulator.Settings;
import nl.buurtpuls.simulator.Simulation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server on the loopback address that answers what ingest-service could. */
class UploadTest {

    private static final Settings SMALL = new Settings(917, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 2, 1), 0.01);

    private static final Duration NO_PAUSE = Duration.ofMillis(1);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\",\"source\"");
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String PROGRESS = "{\"acknowledgedThroughLine\":3,\"acknowledged\":3,\"refused\":0}\n";

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
    void anAnswerCutOffBeforeItsCountAgainAndAgainIsAnError() {
        answer(200, "{\"line\":3,\"errors\":[]}\n");

        assertThatThrownBy(this::upload).isInstanceOf(IOException.class).hasMessageContaining("again and again");
    }

    /** Both the body and the answer are longer than what sockets hold. */
    @Test
    @Timeout(120)
    void answerIsReadWhileTheBodyIsSent() throws IOException {
        long lines = 60_000;
        String padding = "x".repeat(600);
        server.createContext("/v1/events/bulk", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (BufferedReader body = new BufferedReader(new InputStreamReader(exchange.getRequestBody(), UTF_8));
                    OutputStream answer = exchange.getResponseBody()) {
                long line = 0;
                while (body.readLine() != null) {
                    line++;
                    answer.write(("{\"line\":" + line + ",\"errors\":[\"" + padding + "\"]}\n").getBytes(UTF_8));
                }
                answer.write(("{\"accepted\":0,\"refused\":" + line + "}\n").getBytes(UTF_8));
            }
        });
        server.start();
        List<Event> some = new ArrayList<>();
        Simulation.run(SMALL, some::add);

        boolean taken = upload(Optional.empty(), events -> {
            for (int line = 0; line < lines; line++) {
                events.accept(some.get(line % some.size()));
            }
        });

        assertThat(taken).isFalse();
        assertThat(answered).hasSize((int) lines + 1).last().isEqualTo("{\"accepted\":0,\"refused\":60000}");
    }

    @Test
    @Timeout(120)
    void brokenConnectionIsGoneOnFromWhatWasAcknowledged() throws Exception {
        List<String> ids = new ArrayList<>();
        Simulation.run(SMALL, event -> ids.add(event.id().id()));
        List<String> calls = new ArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<String> service = new FutureTask<>(() -> {
                breakOffAfterLine3(door, heard);
                return takeAll(door);
            });
            new Thread(service).start();

            boolean taken = Upload.to(
                    URI.create("http://127.0.0.1:" + door.getLocalPort()),
                    Optional.empty(),
                    events -> Simulation.run(SMALL, events),
                    line -> heard.countDown(),
                    NO_PAUSE);

            calls.add(service.get(60, TimeUnit.SECONDS));
            assertThat(taken).isTrue();
        }
        assertThat(calls).singleElement().asString().contains("Buurtpuls-Resume: 3\r\n");
        List<String> sent =
                ID.matcher(calls.get(0)).results().map(found -> found.group(1)).toList();
        assertThat(sent).isEqualTo(ids.subList(3, ids.size()));
    }

    /** What is unread makes the end a reset, and with it an answer may be lost that has not been heard. */
    private static void breakOffAfterLine3(ServerSocket door, CountDownLatch heard) throws Exception {
        try (Socket socket = door.accept()) {
            socket.getInputStream().readNBytes(1_000);
            socket.getOutputStream().write((CHUNKED + chunk(PROGRESS)).getBytes(UTF_8));
            socket.getOutputStream().flush();
            assertThat(heard.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** All of the next call, as it came, but without the lines of its chunks. */
    private static String takeAll(ServerSocket door) throws IOException {
        try (Socket socket = door.accept()) {
            StringBuilder call = new StringBuilder();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null && !line.equals("0"); line = in.readLine()) {
                call.append(line).append("\r\n");
            }
            socket.getOutputStream()
                    .write((CHUNKED + chunk("{\"accepted\":1,\"refused\":0}\n") + "0\r\n\r\n").getBytes(UTF_8));
            return call.toString();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    @Test
    void eventsThatCannotBeMadeAreNoEndOfTheLoad() {
        answer(200, "{\"accepted\":1,\"refused\":0}\n");

        assertThatThrownBy(() -> upload(Optional.empty(), to -> {
                    Simulation.run(SMALL, event -> {
                        to.accept(event);
                        throw new UncheckedIOException(new IOException("the disk of events is gone"));
                    });
                }))
                .hasRootCauseMessage("the disk of events is gone");
    }

    @Test
    void aServiceThatIsNotThereIsToldAtOnceWithItsCause() {
        assertThatThrownBy(() -> Upload.to(
                        URI.create("http://127.0.0.1:1"),
                        Optional.empty(),
                        events -> Simulation.run(SMALL, events),
                        answered::add,
                        Duration.ofDays(1)))
                .hasMessageContaining("cannot be reached")
                .hasRootCauseInstanceOf(ConnectException.class);
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
        return upload(token, events -> Simulation.run(SMALL, events));
    }

    private boolean upload(Optional<BearerToken> token, Consumer<Consumer<Event>> source) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return Upload.to(address, token, source, answered::add, NO_PAUSE);
    }

    private void answer(int status, String body) {
        server.createContext("/v1/events/bulk", exchange -> {
            String lines = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            lines.lines().forEach(received::add);
            shown.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), ""));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }
}
