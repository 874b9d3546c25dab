package nl.buurtpuls.report.map;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** In the place of PDOK: gives the pages it was told to, 404 for others. */
final class PdokStub implements AutoCloseable {

    private static final String ROOT = "/cbs/wijken-en-buurten-2023/ogc/v1";

    private final HttpServer server;
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    PdokStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + ROOT);
    }

    /** Sets the answer to a path and query below the root. */
    void page(String pathAndQuery, String body) {
        pages.put(ROOT + pathAndQuery, body);
    }

    /** From now on nothing is found. */
    void forget() {
        pages.clear();
    }

    /** From now on answers wait. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Answers that wait go out. */
    void release() {
        held.countDown();
    }

    /** What was asked so far, paths and queries below the root. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String pathAndQuery = exchange.getRequestURI().toString();
            asked.add(pathAndQuery.substring(ROOT.length()));
            held.await();
            String body = pages.get(pathAndQuery);
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/geo+json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
