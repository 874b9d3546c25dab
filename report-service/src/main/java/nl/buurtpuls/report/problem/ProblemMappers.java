package nl.buurtpuls.report.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import nl.buurtpuls.contract.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a call into problem details. */
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    /** What nearly all of this service takes: it reads. The framework does not name them. */
    private static final String METHODS = "GET, HEAD, OPTIONS";
    /** Where more is taken. */
    private static final Map<Pattern, String> MORE_METHODS = Map.of(
            Pattern.compile(
                    "/v1/(context-figures|alert-rules(/preview)?|alerts/[^/]+/acknowledgement|alert-deliveries/[^/]+/replay)"),
            ", POST",
            Pattern.compile("/v1/alert-rules/(?!preview$)[^/]+"),
            ", PUT, DELETE");

    private static final String RETRY_AFTER_SECONDS = "5";
    /** SQLSTATE classes of a database that is out of reach: connection, resources, operator, system. */
    private static final String OUT_OF_REACH = "08|53|57|58";

    @ServerExceptionMapper
    Response map(ProblemException failure, UriInfo uri) {
        Response.ResponseBuilder answer = answer(failure.problem(uri.getPath()));
        failure.challenge().ifPresent(right -> answer.header(HttpHeaders.WWW_AUTHENTICATE, right.header()));
        if (failure.passes()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }

    /** In place of the framework's own, whose answer says nothing. */
    @ServerExceptionMapper
    Response map(MismatchedInputException failure, UriInfo uri) {
        return map(BodyFault.of(failure), uri);
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof JsonProcessingException unread) {
            return map(BodyFault.of(unread), uri);
        }
        Response was = failure.getResponse();
        Response.StatusType status = was.getStatusInfo();
        Response.ResponseBuilder answer = answer(Problem.ofStatus(
                status.getStatusCode(), status.getReasonPhrase(), status.getReasonPhrase() + ".", uri.getPath()));
        if (was.getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            answer.header(HttpHeaders.ALLOW, METHODS + moreMethods(uri.getPath()));
        }
        return answer.build();
    }

    private static String moreMethods(String path) {
        return MORE_METHODS.entrySet().stream()
                .filter(more -> more.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    @ServerExceptionMapper
    Response map(Exception failure, UriInfo uri) {
        if (isOutOfReach(failure)) {
            LOG.warnf("the database is out of reach: %s", failure.getMessage());
            return answer(Problem.ofStatus(
                            503, "Service Unavailable", "The database is out of reach; try again.", uri.getPath()))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.error("a call failed", failure);
        return answer(Problem.ofStatus(
                        500, "Internal Server Error", "Something failed here; the log has it.", uri.getPath()))
                .build();
    }

    private static boolean isOutOfReach(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean refused = cause instanceof PgException pg
                    && pg.getSqlState() != null
                    && pg.getSqlState().substring(0, 2).matches(OUT_OF_REACH);
            boolean closed = cause instanceof VertxException;
            if (refused || closed || cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    /** The answer to a call that failed. */
    public static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
