package nl.buurtpuls.report.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import nl.buurtpuls.contract.area.AreaTable;
import nl.buurtpuls.report.stream.Board.Thing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClientTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final Board board = new Board("here");
    private final Context eventLoop = VERTX.getOrCreateContext();
    private final Socket socket = new Socket();
    private final Client client = new Client(
            board, new Subscription(Set.of(StreamTopic.ALERTS), Set.of(), AreaTable.shipped()), 0, eventLoop, socket);

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void eventsAreWrittenAsTheStandardHasThem() {
        put("a", "{\"state\":\"firing\"}");

        assertThat(socket.written).containsExactly("id: here-1\nevent: alert\ndata: {\"state\":\"firing\"}\n\n");
    }

    @Test
    void whoTakesNothingGetsTheNewestStateOnceItDoesAndNoQueue() {
        socket.full = true;
        put("a", "1");
        put("b", "1");
        for (int i = 2; i <= 1_000; i++) {
            put("a", Integer.toString(i));
        }
        assertThat(socket.written).isEmpty();

        socket.full = false;
        socket.drained();

        assertThat(socket.written)
                .containsExactly(
                        "id: here-2\nevent: alert\ndata: 1\n\n", "id: here-1001\nevent: alert\ndata: 1000\n\n");
    }

    @Test
    void whoIsToldNothingIsToldThatTheConnectionLivesUnlessItTakesNothing() {
        client.beat();
        settle();
        assertThat(socket.written).containsExactly(":\n\n");
        put("a", "1");
        client.beat();
        settle();
        assertThat(socket.written).hasSize(2);

        socket.full = true;
        client.beat();
        client.beat();
        settle();

        assertThat(socket.written).hasSize(2);
    }

    @Test
    void whoHasLeftIsToldNothing() {
        client.left();
        put("a", "1");
        client.beat();
        client.end();
        settle();

        assertThat(socket.written).isEmpty();
    }

    private void put(String alert, String text) {
        board.put(new Thing(StreamTopic.ALERTS, alert), "BU1", text.getBytes(StandardCharsets.UTF_8));
        client.wake();
        settle();
    }

    /** Waits until the event loop has done all that it was given. */
    private void settle() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        eventLoop.runOnContext(any -> done.complete(null));
        done.join();
    }

    /** What a connection is to a client. */
    private final class Socket implements WriteStream<Buffer> {

        private final List<String> written = new ArrayList<>();
        private @Nullable Handler<@Nullable Void> onDrain;
        private volatile boolean full;

        void drained() {
            eventLoop.runOnContext(any -> onDrain.handle(null));
            settle();
            settle();
        }

        @Override
        public Future<Void> write(Buffer data) {
            written.add(data.toString(StandardCharsets.UTF_8));
            return Future.succeededFuture();
        }

        @Override
        public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
            handler.handle(write(data));
        }

        @Override
        public void end(Handler<AsyncResult<Void>> handler) {
            written.add("end");
            handler.handle(Future.succeededFuture());
        }

        @Override
        public boolean writeQueueFull() {
            return full;
        }

        @Override
        public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
            onDrain = handler;
            return this;
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int most) {
            return this;
        }

        @Override
        public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
            return this;
        }
    }
}
