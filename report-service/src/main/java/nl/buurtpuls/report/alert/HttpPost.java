package nl.buurtpuls.report.alert;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * Posts to receivers. It follows no redirect, and calls the very address that it has looked up and found to be allowed: a
 * name that leads elsewhere a moment later leads nowhere.
 */
@ApplicationScoped
class HttpPost {

    /** To one host at once: many receivers may be there, and none waits for another that hangs. Each has few at once. */
    private static final int MOST_CONNECTIONS = 1_000;

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HttpClient client;
    private final Duration timeout;

    HttpPost(Vertx vertx, AlertConfig config) {
        timeout = config.timeout();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setMaxPoolSize(MOST_CONNECTIONS)
                // An address of a receiver may hold a secret, and traces are told to others.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setVerifyHost(true));
    }

    /**
     * Posts JSON; fails, saying why, unless the answer comes in time and is one of success.
     *
     * @param insideToo whether private addresses are allowed
     */
    Uni<Void> send(URI address, String mediaType, Map<String, String> headers, String body, boolean insideToo) {
        return Uni.createFrom()
                .item(() -> resolved(address.getHost(), insideToo))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(target -> post(address, target, mediaType, headers, body))
                .ifNoItem()
                .after(timeout)
                .failWith(() -> new IOException("no answer within " + timeout.toMillis() + " ms"));
    }

    private static InetAddress resolved(String host, boolean insideToo) {
        try {
            InetAddress[] found = InetAddress.getAllByName(host);
            if (!insideToo && Arrays.stream(found).anyMatch(PrivateAddresses::include)) {
                throw new IllegalStateException(host + " leads to an address that is not of the public internet");
            }
            return found[0];
        } catch (UnknownHostException e) {
            throw new IllegalStateException("there is no " + host, e);
        }
    }

    private Uni<Void> post(
            URI address, InetAddress target, String mediaType, Map<String, String> headers, String body) {
        boolean tls = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : tls ? HTTPS : HTTP;
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(tls)
                .setHost(address.getHost())
                .setPort(port)
                .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
                .setServer(SocketAddress.inetSocketAddress(port, target.getHostAddress()))
                .setFollowRedirects(false)
                // Also where nobody waits any more by the time that there is a connection.
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", mediaType)
                .putHeader("User-Agent", "Buurtpuls");
        headers.forEach(options::putHeader);
        return client.request(options)
                .chain(request -> request.send(Buffer.buffer(body))
                        .invoke(response -> response.exceptionHandler(closed -> {}))
                        // What else it says is of no use, and might never end; nor is one waited for that says nothing.
                        .onTermination()
                        .invoke(() -> request.reset()))
                .chain(response -> {
                    int status = response.statusCode();
                    return status >= 200 && status < 300
                            ? Uni.createFrom().voidItem()
                            : Uni.createFrom().failure(new IOException("answered " + status));
                });
    }
}
