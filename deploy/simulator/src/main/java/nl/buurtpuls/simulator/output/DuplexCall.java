package nl.buurtpuls.simulator.output;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A POST by HTTP/1.1 whose answer can be read while its body is sent. The clients of the JDK read none of an answer before
 * the body has ended ({@code HttpClient} does not either, whatever the kind of its body handler): where both are long, each
 * side ends up waiting for the other. Both are sent in chunks (RFC 9112, 7.1).
 */
final class DuplexCall implements Closeable {

    private static final int CHUNK = 64 * 1024;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Socket socket;
    private final OutputStream body;
    private final InputStream in;

    private DuplexCall(Socket socket) throws IOException {
        this.socket = socket;
        // A chunk is sent in parts, of which the last would wait to be joined by more.
        socket.setTcpNoDelay(true);
        this.body = new BufferedOutputStream(new Chunks(socket.getOutputStream()), CHUNK);
        this.in = new BufferedInputStream(socket.getInputStream(), CHUNK);
    }

    /** The beginning of an answer; what follows can be read from the stream, to its end. */
    record Answer(int status, InputStream body) {}

    /** Connects, and sends all but the body. */
    static DuplexCall begin(URI to, Map<String, String> headers) throws IOException {
        DuplexCall call = new DuplexCall(connect(to));
        StringBuilder head = new StringBuilder("POST " + to.getRawPath() + " HTTP/1.1\r\nHost: " + to.getRawAuthority()
                + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        try {
            call.socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            return call;
        } catch (IOException e) {
            call.close();
            throw e;
        }
    }

    private static Socket connect(URI to) throws IOException {
        boolean secure = "https".equals(to.getScheme());
        int port = to.getPort() >= 0 ? to.getPort() : secure ? HTTPS : HTTP;
        if (!secure) {
            return new Socket(to.getHost(), port);
        }
        SSLSocket socket = (SSLSocket) SSLSocketFactory.getDefault().createSocket(to.getHost(), port);
        // Without this any certificate would do that somebody trusted has signed, whoever it is of.
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** Where the body goes; closing it ends the body, and leaves the connection for the answer. */
    OutputStream body() {
        return body;
    }

    /** Waits until the answer begins. */
    Answer answer() throws IOException {
        String[] status = line(in).split(" ", 3);
        if (status.length < 2 || !status[0].startsWith("HTTP/1.") || !status[1].matches("\\d{3}")) {
            throw new IOException("no answer by HTTP: " + String.join(" ", status));
        }
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(status[1]), content(headers));
    }

    private InputStream content(Map<String, String> headers) throws IOException {
        if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            return new Unchunked(in);
        }
        String length = headers.get("content-length");
        return length == null ? in : new ByteArrayInputStream(in.readNBytes(Integer.parseInt(length)));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended amid an answer");
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** Ends the connection, also under a thread that waits to send or to read. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Each write is a chunk: what writes here is buffered. */
    private static final class Chunks extends FilterOutputStream {

        Chunks(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                end(Integer.toHexString(length));
                out.write(bytes, offset, length);
                end("");
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        private void end(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        public void close() throws IOException {
            end("0");
            end("");
            out.flush();
        }
    }

    /** What was sent in chunks. An end of the connection before the last chunk is an error, not the end. */
    private static final class Unchunked extends InputStream {
        private final InputStream in;
        private int left;
        private boolean ended;

        Unchunked(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 && !ended) {
                left = Integer.parseInt(line(in).split(";")[0].strip(), 16);
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            int read = in.read(into, offset, Math.min(left, length));
            if (read < 0) {
                throw new EOFException("the connection ended amid an answer");
            }
            left -= read;
            if (left == 0) {
                line(in);
            }
            return read;
        }
    }
}
