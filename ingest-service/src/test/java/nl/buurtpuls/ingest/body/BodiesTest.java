package nl.buurtpuls.ingest.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies as they come over a real connection. */
@Timeout(60)
class BodiesTest {

    private static final int CROWD = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Vertx vertx = Vertx.vertx();
    private final Queue<CompletableFuture<String>> read = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private Bodies bodies;

    @BeforeEach
    void listen() throws Exception {
        become(Duration.ofMinutes(1));
    }

    private void become(Duration patience) throws Exception {
        become(patience, Infrastructure.getDefaultWorkerPool());
    }

    private void become(Duration patience, Executor workers) throws Exception {
        bodies = new Bodies(vertx, workers, 2L * Body.LONGEST, patience);
        server = vertx.createHttpServer()
                .requestHandler(call -> {
                    Uni<String> text = bodies.read(call, body -> new String(body.bytes(), 0, body.length(), US_ASCII));
                    CompletableFuture<String> made = text.subscribeAsCompletionStage();
                    read.add(made);
                    made.whenComplete((string, failure) -> call.response()
                            .setStatusCode(failure == null ? 202 : 500)
                            .end());
                })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void noMemoryIsHeld() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(bodies.areAllClosed()).isTrue());
        vertx.close();
    }

    @Test
    void bodyIsReadWholeInPiecesOfAnyKind() throws Exception {
        String long_ = "x".repeat(100_000);
        try (Socket socket = send("Content-Length: 100000", long_)) {
            assertThat(next()).isEqualTo(long_);
            socket.getOutputStream()
                    .write(
                            ("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n")
                                    .getBytes(US_ASCII));
            assertThat(next()).as("on the same connection").isEqualTo("abcde");
            socket.getOutputStream().write("POST / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(US_ASCII));
            assertThat(next()).as("without a body").isEmpty();
        }
    }

    @Test
    void whoAsksWhetherToGoOnIsToldTo() throws Exception {
        try (Socket socket = send("Content-Length: 3\r\nExpect: 100-continue", "")) {
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 100");
            socket.getOutputStream().write("abc".getBytes(US_ASCII));

            assertThat(next()).isEqualTo("abc");
        }
    }

    @Test
    void whoAsksWhetherToSendTooMuchIsToldNotTo() throws Exception {
        try (Socket socket = send("Content-Length: 40000000\r\nExpect: 100-continue", "")) {
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 500");
            assertThatThrownBy(this::next).hasMessageContaining("32 MiB");
        }
    }

    @Test
    void crowdThatNeverEndsKeepsNobodyOut() throws Exception {
        List<Socket> crowd = new ArrayList<>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(send("Content-Length: 30000", "{"));
            }
            await().atMost(PATIENCE).until(() -> read.size() == CROWD);
            read.clear();
            try (Socket quick = send("Content-Length: 3", "abc")) {
                assertThat(quick.isConnected()).isTrue();
                assertThat(next()).isEqualTo("abc");
            }
        } finally {
            for (Socket each : crowd) {
                each.close();
            }
        }
    }

    @Test
    void bodyThatDoesNotComeInTimeIsToldSo() throws Exception {
        become(Duration.ofMillis(200));
        try (Socket socket = send("Content-Length: 10", "abc")) {
            assertThat(socket.isConnected()).isTrue();
            assertThatThrownBy(this::next)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("within a minute");
        }
    }

    @Test
    void bodyThatBreaksOffIsNoBody() throws Exception {
        send("Content-Length: 10", "abc").close();

        assertThatThrownBy(this::next).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
    }

    /** A worker that is free only after the caller has hung up: RESTEasy then cancels what it waits for. */
    @Test
    void callerWhoHangsUpBeforeAWorkerIsFreeHoldsNoMemory() throws Exception {
        Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        become(PATIENCE, waiting::add);
        try (Socket socket = send("Content-Length: 3", "abc")) {
            assertThat(socket.isConnected()).isTrue();
            await().atMost(PATIENCE).until(() -> !waiting.isEmpty());
            CompletableFuture<String> made = read.remove();

            made.cancel(false);
            waiting.remove().run();

            assertThat(bodies.areAllClosed()).isTrue();
        }
    }

    @Test
    void callerForWhomThereIsNoWorkerIsToldSoAndHoldsNoMemory() throws Exception {
        become(PATIENCE, task -> {
            throw new RejectedExecutionException();
        });
        try (Socket socket = send("Content-Length: 3", "abc")) {
            assertThat(socket.isConnected()).isTrue();
            assertThatThrownBy(this::next).hasCauseInstanceOf(ProblemException.class);
            assertThat(bodies.areAllClosed()).isTrue();
        }
    }

    @Test
    void senderIsHeardOutBeforeItIsRefused() throws Exception {
        byte[] chunk = ("100000\r\n" + "x".repeat(1024 * 1024) + "\r\n").getBytes(US_ASCII);
        try (Socket socket = send("Transfer-Encoding: chunked", "")) {
            for (int i = 0; i < 40; i++) {
                socket.getOutputStream().write(chunk);
            }
            assertThat(read.element()).isNotDone();
            socket.getOutputStream().write("0\r\n\r\n".getBytes(US_ASCII));

            assertThatThrownBy(this::next)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ProblemException.class)
                    .hasMessageContaining("32 MiB");
        }
    }

    private Socket send(String headers, String body) throws IOException {
        Socket socket = new Socket("localhost", server.actualPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST / HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n\r\n" + body).getBytes(US_ASCII));
        return socket;
    }

    private String next() throws Exception {
        await().atMost(PATIENCE).until(() -> !read.isEmpty());
        return read.remove().get(30, TimeUnit.SECONDS);
    }
}
