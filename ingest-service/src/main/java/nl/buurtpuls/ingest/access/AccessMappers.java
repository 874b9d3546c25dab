package nl.buurtpuls.ingest.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.problem.Problem;
import nl.buurtpuls.ingest.problem.ProblemMappers;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers calls without the right: what is lacking, as problem details and as RFC 6750 has it. */
@Singleton
public final class AccessMappers {

    private static final Logger LOG = Logger.getLogger(AccessMappers.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ProblemMappers problems;

    AccessMappers(ProblemMappers problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response map(AuthenticationFailedException failure, UriInfo uri) {
        if (TokenFault.isOfTheProvider(failure)) {
            LOG.warnf("the keys that tokens are checked with cannot be fetched: %s", failure.getCause());
            String detail = "The keys to check tokens with cannot be fetched now. Send it again.";
            return problems.answer(Problem.ofStatus(503, "Service Unavailable", detail, uri.getPath()))
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
    Response map(ForbiddenException failure, UriInfo uri) {
        return answer(Challenge.lackingRole(Roles.MUTATION_WRITER), uri);
    }

    private Response answer(Challenge challenge, UriInfo uri) {
        return problems.answer(Problem.of(challenge, uri.getPath()))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge.header())
                .build();
    }
}
