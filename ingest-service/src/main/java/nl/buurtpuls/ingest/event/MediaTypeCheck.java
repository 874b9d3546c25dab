package nl.buurtpuls.ingest.event;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that do not say what they are, before a method is chosen by it: without a content type any of several
 * would do.
 */
@Provider
@PreMatching
public final class MediaTypeCheck implements ContainerRequestFilter {

    private static final List<MediaType> ANSWERS =
            List.of(MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Problem.MEDIA_TYPE));

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        boolean single = path.equals(EventsResource.PATH);
        if (!request.getMethod().equals("POST") || !single && !path.equals(EventsResource.BULK_PATH)) {
            return;
        }
        if (!isMediaType(request.getHeaderString(HttpHeaders.CONTENT_TYPE))) {
            throw new NotSupportedException();
        }
        refuseCodings(request.getHeaders().get(HttpHeaders.CONTENT_ENCODING));
        if (single && !acceptsAnAnswer(request)) {
            throw new NotAcceptableException();
        }
    }

    /** A charset beside it has no effect: JSON is UTF-8 (RFC 8259, 8.1 and 11). */
    private static boolean isMediaType(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return false;
        }
        try {
            MediaType type = MediaType.valueOf(text);
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A few bytes can unpack to any number: nothing packed is taken (RFC 9110, 15.5.16). */
    private static void refuseCodings(@Nullable List<String> codings) {
        if (codings != null
                && !codings.stream().allMatch(coding -> coding.strip().equalsIgnoreCase("identity"))) {
            throw ProblemException.notRead("Content-Encoding is left out: bodies come as they are.");
        }
    }

    private static boolean acceptsAnAnswer(ContainerRequestContext request) {
        try {
            return request.getAcceptableMediaTypes().stream()
                    .filter(MediaTypeCheck::isWanted)
                    .anyMatch(accepted -> ANSWERS.stream().anyMatch(accepted::isCompatible));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A quality of 0 says: not this (RFC 9110, 12.4.2). */
    private static boolean isWanted(MediaType accepted) {
        return !accepted.getParameters().getOrDefault("q", "1").matches("0(\\.0*)?");
    }
}
