package nl.buurtpuls.endtoend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Many callers who have come to stay: they say nothing, or begin and never end. */
final class Crowd implements AutoCloseable {

    /** More than the server keeps before it lets a call wait for the rest. */
    private static final String BEGINNING = "{\"specversion\":" + " ".repeat(20_000);

    private final InetSocketAddress door;
    private final String bearer;
    private final List<SocketChannel> callers = new ArrayList<>();

    Crowd(URI ingest, String bearer) {
        this.bearer = bearer;
        door = new InetSocketAddress(ingest.getHost(), ingest.getPort());
    }

    /** So many more that say nothing. */
    void connect(int callers) throws IOException {
        for (int i = 0; i < callers; i++) {
            open("");
        }
    }

    /** So many more that stop within their headers. */
    void beginHeaders(int callers) throws IOException {
        for (int i = 0; i < callers; i++) {
            open("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: applica");
        }
    }

    /** So many more that stop within the body. */
    void beginBodies(int callers) throws IOException {
        for (int i = 0; i < callers; i++) {
            open("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/cloudevents+json\r\n"
                    + "Authorization: " + bearer + "\r\nContent-Length: 30000\r\n\r\n" + BEGINNING);
        }
    }

    private void open(String begin) throws IOException {
        SocketChannel caller = SocketChannel.open(door);
        callers.add(caller);
        ByteBuffer bytes = ByteBuffer.wrap(begin.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
            caller.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel caller : callers) {
            caller.close();
        }
    }
}
