package nl.buurtpuls.report.access;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.report.problem.ProblemException;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What holds for every call of somebody with a token. */
final class ReadingFilters {

    private static final String THEIRS_ALONE = "private, no-cache";

    private final Reader reader;

    ReadingFilters(Reader reader) {
        this.reader = reader;
    }

    @ServerRequestFilter
    void requirePurpose() {
        if (!reader.exact()) {
            return;
        }
        String purpose = reader.purpose()
                .orElseThrow(
                        () -> ProblemException.lacking(Challenge.lackingRight("Who reads exact figures says why: send"
                                + " the header " + Reader.PURPOSE_HEADER + ", or a token with the claim "
                                + Reader.PURPOSE_CLAIM + ".")));
        if (purpose.length() > Reader.LONGEST_PURPOSE) {
            throw ProblemException.invalid(
                    Reader.PURPOSE_HEADER,
                    "too-long",
                    "A purpose has at most " + Reader.LONGEST_PURPOSE + " characters.");
        }
    }

    /** No cache that others use keeps it. */
    @ServerResponseFilter
    void keepFromOthers(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, THEIRS_ALONE);
        }
    }
}
