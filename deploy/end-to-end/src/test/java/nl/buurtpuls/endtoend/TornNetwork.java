package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network between the services and one thing they stand on, which can be torn: a proxy that hands on what comes, late, in
 * part or not at all. While nobody tears it, it is a plain wire.
 */
final class TornNetwork implements AutoCloseable {

    /** What it does to what passes. */
    enum State {
        WHOLE,
        /** Connections are reset, what is under way in them is gone, and new ones are refused. */
        CUT,
        /** Connections stand, and nothing comes through: packets are lost on the way, or a router has forgotten. */
        SILENT,
        /** Each piece is late. */
        SLOW,
        /** Now and then a connection is reset amid a piece: a request that is done, and whose answer never comes. */
        RAGGED
    }

    private static final int PIECE = 16 * 1024;
    private static final int LATEST_MILLIS = 150;
    private static final int ONE_IN_SO_MANY_TORN = 40;

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Random random = new Random(3);
    private State state = State.WHOLE;
    private boolean closed;

    private TornNetwork(ServerSocket door, int port) {
        this.door = door;
        this.port = port;
    }

    /** One that leads to a port of this machine. */
    static TornNetwork to(int port) throws IOException {
        TornNetwork network = new TornNetwork(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        daemon(network::accept);
        return network;
    }

    /** Where it is entered. */
    int port() {
        return door.getLocalPort();
    }

    /** From now on it is so. */
    synchronized void be(State next) {
        state = next;
        if (next == State.CUT) {
            open.forEach(TornNetwork::reset);
        }
        notifyAll();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        door.close();
        open.forEach(TornNetwork::reset);
        notifyAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket near = door.accept();
                if (current() == State.CUT) {
                    reset(near);
                } else {
                    join(near);
                }
            } catch (IOException e) {
                // The far end is away: whoever came has been let go, and may come again.
            }
        }
    }

    private void join(Socket near) throws IOException {
        Socket far = new Socket();
        try {
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
        } catch (IOException e) {
            reset(near);
            reset(far);
            throw e;
        }
        open.add(near);
        open.add(far);
        daemon(() -> pump(near, far));
        daemon(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        byte[] piece = new byte[PIECE];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                switch (passing()) {
                    case SLOW -> Thread.sleep(below(LATEST_MILLIS));
                    case RAGGED -> {
                        if (below(ONE_IN_SO_MANY_TORN) == 0) {
                            out.write(piece, 0, length / 2);
                            reset(from);
                            reset(to);
                            return;
                        }
                    }
                    case CUT -> {
                        return;
                    }
                    default -> {
                        // As it came.
                    }
                }
                out.write(piece, 0, length);
            }
        } catch (IOException | InterruptedException e) {
            // One of the two has gone; so does the other.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized State current() {
        return state;
    }

    /** The state, once anything comes through. */
    private synchronized State passing() throws InterruptedException {
        while (state == State.SILENT && !closed) {
            wait();
        }
        return state;
    }

    private synchronized int below(int bound) {
        return random.nextInt(bound);
    }

    /** Closes it without a word of farewell. */
    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "torn-network");
        thread.setDaemon(true);
        thread.start();
    }
}
