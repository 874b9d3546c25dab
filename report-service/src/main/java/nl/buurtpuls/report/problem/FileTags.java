package nl.buurtpuls.report.problem;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Entity tags of what is answered without asking a resource: the files of the dashboard and the description of the API. A
 * file's date, which they have too, is that of the start, and so another with each instance.
 */
@ApplicationScoped
class FileTags {

    private static final String FOLDER = "META-INF/resources";
    private static final String PAGE = "/index.html";
    private static final Pattern FILES = Pattern.compile("/(dashboard|fonts)/.+|" + PAGE);
    private static final String DESCRIPTION = "/v1/openapi.json";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    /** After the headers of all answers are set: they go with a 304 too. */
    private static final int PRIORITY = 10;

    private final OpenApiDocumentService description;
    /** Of what there is alone: there is no more of it than there are files. */
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    FileTags(OpenApiDocumentService description) {
        this.description = description;
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, PRIORITY);
    }

    private void answer(RoutingContext call) {
        String path = call.normalizedPath();
        String tag = READING.contains(call.request().method())
                ? tags.computeIfAbsent(path.equals("/") ? PAGE : path, this::tag)
                : null;
        if (tag == null) {
            call.next();
        } else if (EntityTags.matches(call.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
            call.response().putHeader(HttpHeaders.ETAG, tag).setStatusCode(304).end();
        } else {
            call.addHeadersEndHandler(any -> {
                if (call.response().getStatusCode() == 200) {
                    call.response().putHeader(HttpHeaders.ETAG, tag);
                }
            });
            call.next();
        }
    }

    private @Nullable String tag(String path) {
        if (path.equals(DESCRIPTION)) {
            return EntityTags.tag(null, description.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON));
        }
        if (!FILES.matcher(path).matches()) {
            return null;
        }
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            return file == null ? null : EntityTags.tag(null, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
