package nl.buurtpuls.local.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.buurtpuls.local.process.StartFailure;

/**
 * The ports of one stack: the usual ones, all moved by an offset.
 *
 * @param offset 0 to {@link #GREATEST_OFFSET}; stacks beside each other are best 100 apart
 */
public record Ports(int offset) {
    public static final int GREATEST_OFFSET = 50_000;

    public Ports {
        if (offset < 0 || offset > GREATEST_OFFSET) {
            throw new IllegalArgumentException("a port offset is 0 to " + GREATEST_OFFSET + ", not " + offset);
        }
    }

    public int postgres() {
        return 5432 + offset;
    }

    public int kafka() {
        return 9092 + offset;
    }

    public int kafkaController() {
        return 9093 + offset;
    }

    public int of(Service service) {
        return service.usualPort() + offset;
    }

    /**
     * Checks that nobody uses any of them.
     *
     * @throws StartFailure naming the first that is taken
     */
    public void requireFree() {
        all().forEach((port, purpose) -> {
            if (isTaken(port)) {
                throw StartFailure.notStarted("Port " + port + ", for " + purpose
                        + ", is in use: end the program that uses it, or move every port with --port-offset N (100 for"
                        + " instance).");
            }
        });
    }

    private Map<Integer, String> all() {
        Map<Integer, String> all = new LinkedHashMap<>();
        all.put(postgres(), "PostgreSQL");
        all.put(kafka(), "Kafka");
        all.put(kafkaController(), "Kafka's controller");
        for (Service service : Service.values()) {
            all.put(of(service), service.processName());
        }
        return all;
    }

    /** Both ways are needed: not every system refuses to bind beside a listener on one address only. */
    private static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException refused) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port));
                return false;
            } catch (IOException taken) {
                return true;
            }
        }
    }
}
