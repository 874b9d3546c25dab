package nl.buurtpuls.report.stream;

import io.vertx.core.Context;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One who follows: it reads the board at its own pace, from its place on. While it takes nothing, nothing is kept for it.
 * But for {@link #wake} and what the subscriber asks, everything happens on its own event loop.
 */
final class Client implements Flow.Subscription {

    private final Board board;
    private final Wish wish;
    private final Predicate<Board.Entry> wanted;
    private final Context eventLoop;
    private final Flow.Subscriber<? super Told> subscriber;
    private final Consumer<Client> onEnd;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile boolean ended;
    private Place place;
    private long demand;
    private boolean toldSinceLastBeat;

    Client(
            Board board,
            Wish wish,
            Place place,
            Context eventLoop,
            Flow.Subscriber<? super Told> subscriber,
            Consumer<Client> onEnd) {
        this.board = board;
        this.wish = wish;
        this.wanted = wish.filter();
        this.place = place;
        this.eventLoop = eventLoop;
        this.subscriber = subscriber;
        this.onEnd = onEnd;
    }

    /** What a client is told. */
    sealed interface Told {
        /** @param place what tells that everything up to here was told */
        record State(Place place, Board.Entry entry) implements Told {}

        /** Nothing, but that the connection lives. */
        record Beat() implements Told {}
    }

    Wish wish() {
        return wish;
    }

    /** There may be something on the board. */
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
            if (!toldSinceLastBeat && demand > 0 && !ended) {
                demand--;
                subscriber.onNext(new Told.Beat());
            }
            toldSinceLastBeat = false;
        });
    }

    /** Ends the stream: the client will come back, to whoever is there then. */
    void end() {
        eventLoop.runOnContext(any -> {
            if (!ended) {
                ended = true;
                subscriber.onComplete();
            }
        });
    }

    private void read() {
        while (demand > 0 && !ended) {
            Board.@Nullable Entry next = board.after(place.place(), wanted);
            if (next == null) {
                return;
            }
            place = place.at(next.place());
            demand--;
            toldSinceLastBeat = true;
            subscriber.onNext(new Told.State(place, next));
        }
    }

    @Override
    public void request(long more) {
        eventLoop.runOnContext(any -> {
            demand = demand + more < 0 ? Long.MAX_VALUE : demand + more;
            read();
        });
    }

    @Override
    public void cancel() {
        ended = true;
        onEnd.accept(this);
    }
}
