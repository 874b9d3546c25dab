package nl.buurtpuls.report.dashboard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives the dashboard's page a content security policy of its own, in place of that of the API, which allows nothing. The page
 * loads scripts, styles and figures from this service and from nowhere else. No script or style stands in it but the import
 * map, which is named by its hash (CSP level 3): read from the page itself, so that the two cannot come apart.
 */
@ApplicationScoped
class PagePolicy {

    private static final Set<String> PAGES = Set.of("/", "/index.html");
    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
    /** After the headers of all answers are set. */
    private static final int PRIORITY = 10;

    private final String policy = "default-src 'none'; script-src 'self' " + hashes(page())
            + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(this::apply, PRIORITY);
    }

    private void apply(RoutingContext context) {
        if (PAGES.contains(context.normalizedPath())) {
            context.response().headers().set("Content-Security-Policy", policy);
        }
        context.next();
    }

    private static String page() {
        try (InputStream page = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/index.html"),
                "the dashboard's page is missing")) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String hashes(String page) {
        return IMPORT_MAP
                .matcher(page)
                .results()
                .map(script -> "'sha256-" + hash(script.group(1)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
