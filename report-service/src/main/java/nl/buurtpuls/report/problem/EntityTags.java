package nl.buurtpuls.report.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import nl.buurtpuls.report.problem.Lasting.Written;
import org.jspecify.annotations.Nullable;

/** Gives every answer to a GET an entity tag, a hash of what it says and in which form, and answers 304 to who has that already. */
@Provider
public final class EntityTags implements ContainerResponseFilter {

    private static final int TAG_BYTES = 12;
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ObjectMapper json;

    EntityTags(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean found = response.getStatus() == Response.Status.OK.getStatusCode();
        if (!found || !READING.contains(request.getMethod()) || !response.hasEntity()) {
            return;
        }
        Written written = response.getEntity() instanceof Lasting lasting
                ? lasting.written(() -> write(lasting, response.getMediaType()))
                : write(response.getEntity(), response.getMediaType());
        response.getHeaders().putSingle(HttpHeaders.ETAG, written.tag());
        if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), written.tag())) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        } else {
            response.setEntity(written.body());
        }
    }

    private Written write(Object entity, @Nullable MediaType form) {
        byte[] body = bytes(entity);
        return new Written(body, tag(form, body));
    }

    private byte[] bytes(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    /** Whether somebody has what the tag is of. */
    static boolean matches(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::trim)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }

    /** Two forms of an answer have two tags, also where they are the same bytes. */
    static String tag(@Nullable MediaType form, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (form != null) {
                digest.update((form.getType() + '/' + form.getSubtype()).getBytes(StandardCharsets.US_ASCII));
            }
            return '"' + HexFormat.of().formatHex(digest.digest(body), 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
