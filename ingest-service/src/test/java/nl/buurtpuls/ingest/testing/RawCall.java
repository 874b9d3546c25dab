package nl.buurtpuls.ingest.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A call as bytes on a socket, for what no HTTP library would send. */
public final class RawCall {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawCall() {}

    /** What was answered. Header names are compared without case. */
    public record Answer(int status, Map<String, String> headers, String body) {

        /** Whether this is problem details of a status, with what every answer has. */
        public JsonNode assertProblem(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            assertHeaders();
            assertThat(headers.get("Content-Type")).startsWith("application/problem+json");
            try {
                JsonNode problem = new ObjectMapper().readTree(body);
                assertThat(problem.path("status").asInt()).isEqualTo(expected);
                for (String member : new String[] {"type", "title", "detail", "instance"}) {
                    assertThat(problem.path(member).asText()).as(member).isNotBlank();
                }
                return problem;
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }

        /** The headers that the API Design Rules ask of every answer. */
        public void assertHeaders() {
            assertThat(headers)
                    .containsEntry("API-Version", "1.0.0")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("X-Frame-Options", "DENY")
                    .containsEntry("Referrer-Policy", "no-referrer")
                    .containsEntry("Cache-Control", "no-store")
                    .containsKeys("Content-Security-Policy", "Strict-Transport-Security");
        }
    }

    /** The first answer to these bytes; empty if the connection ends without one. */
    public static Optional<Answer> send(int port, byte[] request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Cut off before all was said; the answer may be there all the same.
            }
            return first(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first answer that comes; empty if the connection ends without one. */
    public static Optional<Answer> first(Socket socket) throws IOException {
        PushbackInputStream in = new PushbackInputStream(socket.getInputStream());
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        in.unread(first);
        return Optional.of(read(in));
    }

    /** Reads one answer. */
    public static Answer read(InputStream in) throws IOException {
        String status = line(in);
        assertThat(status).matches("[A-Z]+/\\d\\.\\d \\d{3} .*");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        String length = headers.get("Content-Length");
        byte[] body = length != null
                ? in.readNBytes(Integer.parseInt(length))
                : "chunked".equals(headers.get("Transfer-Encoding")) ? chunks(in) : in.readAllBytes();
        return new Answer(Integer.parseInt(status.split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the connection ended after: " + line);
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** The head of a call by a sender that may push for all, and an empty line. */
    public static String head(String... lines) {
        return Stream.concat(Stream.of(lines), Stream.of(RealKafka.authorization()))
                        .reduce("", (all, line) -> all + line + "\r\n")
                + "\r\n";
    }
}
