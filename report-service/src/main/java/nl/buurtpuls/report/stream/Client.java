package nl.buurtpuls.report.stream;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One who follows: it reads the board at its own pace, from its place on. While it takes nothing, nothing is kept for it but
 * what is on its way. Everything happens on its own event loop, but that it is called.
 */
final class Client {

    /** A comment: it says that the connection lives. */
    private static final Buffer BEAT = Buffer.buffer(":\n\n");

    private final Board board;
    private final Subscription subscription;
    private final Board.Reader reader;
    private final Context eventLoop;
    private final WriteStream<Buffer> out;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean ended;
    private boolean toldSinceLastBeat;

    /** @param place everything up to here it was told */
    Client(Board board, Subscription subscription, long place, Context eventLoop, WriteStream<Buffer> out) {
        this.board = board;
        this.subscription = subscription;
        this.reader = board.from(place, subscription.filter());
        this.eventLoop = eventLoop;
        this.out = out;
        out.drainHandler(any -> wake());
    }

    Subscription subscription() {
        return subscription;
    }

    Board board() {
        return board;
    }

    /** There may be something on the board, or it may take more. */
    void wake() {
        if (woken.compareAndSet(false, true)) {
            eventLoop.runOnContext(any -> {
                woken.set(false);
                read();
            });
        }
    }

    /** Tells it that the connection lives, if it has been told nothing since the last time. */
    void beat() {
        eventLoop.runOnContext(any -> {
            if (!toldSinceLastBeat && !ended && !out.writeQueueFull()) {
                out.write(BEAT);
            }
            toldSinceLastBeat = false;
        });
    }

    /** Ends the stream: the client will come back, to whoever is there then. */
    void end() {
        eventLoop.runOnContext(any -> {
            if (!ended) {
                ended = true;
                out.end();
            }
        });
    }

    /** It has gone. */
    void left() {
        ended = true;
    }

    private void read() {
        while (!ended && !out.writeQueueFull()) {
            Board.@Nullable Entry next = reader.next();
            if (next == null) {
                return;
            }
            toldSinceLastBeat = true;
            out.write(next.event());
        }
    }
}
