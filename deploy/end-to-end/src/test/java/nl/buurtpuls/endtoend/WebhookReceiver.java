package nl.buurtpuls.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver as somebody else would write it from docs/alerts.md: it checks the signature, and keeps what it gets. */
final class WebhookReceiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String secret;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile boolean isOpen = true;
    private volatile Duration pause = Duration.ZERO;

    /**
     * What was received and answered 200.
     *
     * @param nanos when, as {@link System#nanoTime} has it
     */
    record Received(JsonNode event, boolean signed, long nanos) {
        String id() {
            return event.path("id").asText();
        }
    }

    WebhookReceiver(String secret) throws IOException {
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/buurtpuls");
    }

    /** From now on it answers 503, or 200 again. */
    void open(boolean open) {
        isOpen = open;
    }

    /** From now on it takes so long to answer. */
    void takeItsTime(Duration time) {
        pause = time;
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    void forget() {
        received.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (isOpen) {
            boolean signed = isSigned(exchange.getRequestHeaders().getFirst("Buurtpuls-Signature"), body);
            received.add(new Received(Running.JSON.readTree(body), signed, System.nanoTime()));
        }
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(isOpen ? 200 : 503, -1);
        exchange.close();
    }

    private boolean isSigned(String header, byte[] body) {
        try {
            String[] parts = header.split(",");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((parts[0].substring("t=".length()) + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body)).equals(parts[1].substring("v1=".length()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
