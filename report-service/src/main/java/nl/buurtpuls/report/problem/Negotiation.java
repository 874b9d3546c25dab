package nl.buurtpuls.report.problem;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Chooses the form of an answer among those that the resource produces. The framework's own choice takes no notice of
 * {@code q=0} and cannot serve {@code text/*}, so it is left one form to choose from.
 */
public final class Negotiation {

    private static final String CHOSEN = Negotiation.class.getName();
    /** Before the filters that ask for the form. */
    private static final int FIRST = 10_000;

    private final Map<Method, List<MediaType>> offeredBy = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void choose(ContainerRequestContext request, ResourceInfo resource) {
        List<MediaType> offered = offeredBy.computeIfAbsent(resource.getResourceMethod(), any -> offered(resource));
        if (offered.isEmpty()) {
            return;
        }
        MediaType chosen = Accept.parse(request.getHeaderString(HttpHeaders.ACCEPT))
                .bestOf(offered)
                .orElseThrow(NotAcceptableException::new);
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, chosen.toString());
        request.setProperty(CHOSEN, chosen);
    }

    private static List<MediaType> offered(ResourceInfo resource) {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces == null) {
            produces = resource.getResourceClass().getAnnotation(Produces.class);
        }
        return produces == null
                ? List.of()
                : Stream.of(produces.value()).map(MediaType::valueOf).toList();
    }

    /** Where the resource built the response itself, it has no form yet. */
    @ServerResponseFilter(priority = FIRST)
    void complete(ContainerRequestContext request, ContainerResponseContext response) {
        boolean formless = response.hasEntity() && response.getMediaType() == null;
        if (formless && request.getProperty(CHOSEN) instanceof MediaType chosen) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, chosen);
        }
    }
}
