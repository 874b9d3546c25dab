package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import nl.buurtpuls.contract.event.Event;

/**
 * A sender as the contract wants it: small batches one after another, and what was not answered 202 is sent again until
 * it is.
 */
final class SteadySender implements Runnable {

    private static final int BATCH = 20;
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(500);
    private static final Duration GIVE_UP = Duration.ofMinutes(4);

    private final Running stack;
    private final Iterator<World> worlds;
    private final Duration between;
    private final List<World> sent = new ArrayList<>();
    private volatile boolean enough;
    private int batches;
    private int again;
    private Duration longestWait = Duration.ZERO;

    /** @param between the time from the answer to a batch to the next */
    SteadySender(Running stack, Iterator<World> worlds, Duration between) {
        this.stack = stack;
        this.worlds = worlds;
        this.between = between;
    }

    /** Lets {@link #run} return once the world that is being sent has been sent whole. */
    void stop() {
        enough = true;
    }

    @Override
    public void run() {
        try {
            while (!enough && worlds.hasNext()) {
                World world = worlds.next();
                List<Event> events = world.sent(sent.size());
                for (List<Event> batch : World.parts(events, (events.size() + BATCH - 1) / BATCH)) {
                    sendUntilTaken(batch);
                    Thread.sleep(between.toMillis());
                }
                sent.add(world);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private void sendUntilTaken(List<Event> batch) throws InterruptedException {
        long start = System.nanoTime();
        while (!isTaken(batch)) {
            again++;
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(GIVE_UP) > 0) {
                throw new AssertionError("the door takes nothing for " + waited.toSeconds() + " s");
            }
            Thread.sleep(BEFORE_AGAIN.toMillis());
        }
        batches++;
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        longestWait = waited.compareTo(longestWait) > 0 ? waited : longestWait;
    }

    private boolean isTaken(List<Event> batch) throws InterruptedException {
        try {
            HttpResponse<String> answer = stack.post(batch);
            if (answer.statusCode() != 202 && answer.statusCode() != 503) {
                throw new AssertionError("the door answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.statusCode() == 202;
        } catch (IOException e) {
            // No answer, no promise.
            return false;
        }
    }

    /** The worlds that were sent whole, each event of them acknowledged. To be asked once {@link #run} has returned. */
    List<World> sent() {
        return sent;
    }

    int batches() {
        return batches;
    }

    /** How often a batch was not taken. */
    int again() {
        return again;
    }

    Duration longestWait() {
        return longestWait;
    }
}
