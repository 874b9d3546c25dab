package nl.buurtpuls.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.event.Event;
import nl.buurtpuls.simulator.output.EventLine;

/** A bulk load that is sent a little at a time, and whose answer is read meanwhile. */
final class SlowBulk implements AutoCloseable {

    private static final Pattern ACKNOWLEDGED = Pattern.compile("\"acknowledgedThroughLine\":(\\d+)");
    private static final int PARTS = 60;

    private final Socket socket;
    private final StringBuilder answer = new StringBuilder();

    private SlowBulk(Socket socket) {
        this.socket = socket;
    }

    static SlowBulk to(URI ingest, String bearer) throws IOException {
        Socket socket = new Socket(ingest.getHost(), ingest.getPort());
        socket.setSoTimeout(5);
        String head = "POST /v1/events/bulk HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                + "Authorization: " + bearer + "\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return new SlowBulk(socket);
    }

    /** Sends events, a line each, over so much time; the load does not end with them. */
    void send(List<Event> events, Duration over) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        int size = (events.size() + PARTS - 1) / PARTS;
        for (int from = 0; from < events.size(); from += size) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            events.subList(from, Math.min(from + size, events.size())).forEach(new EventLine(lines));
            out.write((Integer.toHexString(lines.size()) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            lines.writeTo(out);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            listen();
            Thread.sleep(over.toMillis() / PARTS);
        }
    }

    /** The line that the answer, as far as it has come, says all is acknowledged through; 0 for none. */
    int acknowledgedThroughLine() {
        listen();
        int line = 0;
        Matcher told = ACKNOWLEDGED.matcher(answer);
        while (told.find()) {
            line = Integer.parseInt(told.group(1));
        }
        return line;
    }

    private void listen() {
        byte[] page = new byte[8192];
        try {
            int read = socket.getInputStream().read(page);
            answer.append(new String(page, 0, Math.max(read, 0), StandardCharsets.UTF_8));
        } catch (SocketTimeoutException e) {
            // Nothing was said for now.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
