package nl.buurtpuls.report.table;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Writes an answer as CSV where that was asked for and the answer is {@link Tabular}. It acts before entity tags are
 * given (of response filters the higher number goes first), so that these are of what is sent.
 */
@Provider
@Priority(Priorities.USER + 1)
public final class CsvAnswers implements ContainerResponseFilter {

    private static final MediaType CSV = MediaType.valueOf(Csv.MEDIA_TYPE);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MediaType negotiated = response.getMediaType();
        if (negotiated != null && CSV.isCompatible(negotiated) && response.getEntity() instanceof Tabular tabular) {
            response.setEntity(Csv.write(tabular.table()));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Csv.MEDIA_TYPE_SENT);
        }
    }
}
