package nl.buurtpuls.report.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.report.problem.ProblemMappers;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers calls without the right: what is lacking, as problem details and as RFC 6750 has it. */
public final class AccessMappers {

    private static final Logger LOG = Logger.getLogger(AccessMappers.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ServerExceptionMapper
    Response map(AuthenticationFailedException failure, UriInfo uri) {
        if (TokenFault.isOfTheProvider(failure)) {
            LOG.warnf("the keys that tokens are checked with cannot be fetched: %s", failure.getCause());
            String detail = "The keys to check tokens with cannot be fetched now; try again.";
            return ProblemMappers.answer(Problem.ofStatus(503, "Service Unavailable", detail, uri.getPath()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        return answer(Challenge.invalidToken(TokenFault.words(failure)), uri);
    }

    @ServerExceptionMapper
    Response map(UnauthorizedException failure, UriInfo uri) {
        return answer(Challenge.noToken(), uri);
    }

    @ServerExceptionMapper
    Response map(ForbiddenException failure, UriInfo uri, ResourceInfo resource) {
        return answer(Challenge.lackingRole(roleOf(resource)), uri);
    }

    /** What says nothing of its own is for the role that application.properties names. */
    private static String roleOf(ResourceInfo resource) {
        RolesAllowed roles = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (roles == null) {
            roles = resource.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        return roles == null ? Roles.REPORT_READER : String.join(" ", roles.value());
    }

    private static Response answer(Challenge challenge, UriInfo uri) {
        return ProblemMappers.answer(Problem.of(challenge, uri.getPath()))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.header())
                .build();
    }
}
