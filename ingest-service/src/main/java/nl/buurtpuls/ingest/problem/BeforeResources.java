package nl.buurtpuls.ingest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.problem.Problem;
import org.eclipse.microprofile.config.Config;

/**
 * Answers calls that never reach a resource: too long a line, too many headers, a path that is none, an unknown method. Without it the server would answer with a bare status.
 */
@ApplicationScoped
public class BeforeResources {

    private static final int LONGEST_URI = 4096;
    private static final int LONGEST_HEADERS = 16 * 1024;
    /** Before everything else that is registered so. */
    private static final int FIRST = 100_000;

    private static final Pattern HEADER = Pattern.compile("quarkus\\.http\\.header\\.\"?([A-Za-z-]+)\"?\\.value");
    /** What Quarkus serves by itself, whatever the method. */
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private record Words(String title, String detail) {}

    private static final Map<Integer, Words> ANSWERED = Map.of(
            400, new Words("Bad Request", "The path or a header cannot be read, or there is no host."),
            404, new Words("Not Found", "Nothing is here."),
            405, new Words("Method Not Allowed", "This is for reading only."),
            413, new Words("Content Too Large", "A body of this length is not taken."),
            414, new Words("URI Too Long", "A path with its query has at most " + LONGEST_URI + " characters."),
            431,
                    new Words(
                            "Request Header Fields Too Large",
                            "All headers together have at most " + LONGEST_HEADERS + " characters."));

    private final Map<String, String> headers = new HashMap<>();
    private final ObjectMapper json;

    BeforeResources(Config config, ObjectMapper json) {
        for (String property : config.getPropertyNames()) {
            Matcher header = HEADER.matcher(property);
            if (header.matches()) {
                headers.put(header.group(1), config.getValue(property, String.class));
            }
        }
        this.json = json;
    }

    void limit(@Observes Filters filters) {
        filters.register(this::refuse, FIRST);
    }

    void answerFailures(@Observes Router router) {
        // The first is for what no route was found for, the second for what failed on its way to one.
        ANSWERED.forEach((status, answer) -> router.errorHandler(status, call -> answer(call, status)));
        router.route().order(-FIRST).failureHandler(call -> {
            if (ANSWERED.containsKey(call.statusCode())) {
                answer(call, call.statusCode());
            } else {
                call.next();
            }
        });
    }

    private void refuse(RoutingContext call) {
        HttpServerRequest request = call.request();
        if (request.uri().length() > LONGEST_URI) {
            answer(call, 414);
        } else if (length(request) > LONGEST_HEADERS) {
            answer(call, 431);
        } else if (isForReading(call.normalizedPath()) && !READING.contains(request.method())) {
            call.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS");
            answer(call, 405);
        } else {
            call.next();
        }
    }

    private static boolean isForReading(String path) {
        return path.startsWith("/q/") || path.equals("/v1/openapi.json");
    }

    private static int length(HttpServerRequest request) {
        int length = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            length += header.getKey().length() + header.getValue().length() + 4;
        }
        return length;
    }

    private void answer(RoutingContext call, int status) {
        HttpServerResponse response = call.response();
        if (response.headWritten()) {
            return;
        }
        Words words = ANSWERED.get(status);
        headers.forEach(response.headers()::set);
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        boolean unread = !call.request().isEnded();
        if (unread) {
            UnreadBody.headers(call.request()).forEach(response::putHeader);
        }
        response.end(body(Problem.ofStatus(
                        status, words.title(), words.detail(), call.request().path())))
                .onComplete(answered -> {
                    if (unread) {
                        UnreadBody.cutOff(call.request());
                    }
                });
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is JSON", e);
        }
    }
}
