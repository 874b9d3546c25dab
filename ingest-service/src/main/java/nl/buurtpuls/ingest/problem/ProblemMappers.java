package nl.buurtpuls.ingest.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Duration;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.problem.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a call into problem details. */
@Singleton
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final CurrentVertxRequest calls;

    ProblemMappers(CurrentVertxRequest calls) {
        this.calls = calls;
    }

    @ServerExceptionMapper
    Response map(ProblemException failure, UriInfo uri) {
        Problem problem = failure.problem(uri.getPath());
        Response.ResponseBuilder answer = answer(problem);
        if (failure.isForbidden()) {
            answer.header(
                    HttpHeaders.WWW_AUTHENTICATE,
                    Challenge.lackingRight(failure.getMessage()).header());
        }
        Duration wait = failure.retryAfter();
        if (wait != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, wait.plusMillis(999).toSeconds()));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response map(WebApplicationException failure, UriInfo uri) {
        Response was = failure.getResponse();
        Response.StatusType status = was.getStatusInfo();
        String detail = was.getStatus() == Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode()
                ? "Send application/cloudevents+json, application/cloudevents-batch+json, or application/json with ce-"
                        + " headers; to /v1/events/bulk application/x-ndjson."
                : status.getReasonPhrase() + ".";
        Response.ResponseBuilder answer =
                answer(Problem.ofStatus(status.getStatusCode(), status.getReasonPhrase(), detail, uri.getPath()));
        if (was.getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, was.getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    /** The sender has hung up, or what it sends is no HTTP any more: it hardly hears this. */
    @ServerExceptionMapper
    Response map(IOException failure, UriInfo uri) {
        LOG.debugf("a body broke off: %s", failure);
        return answer(Problem.ofStatus(400, "Bad Request", "The body broke off. Send it again.", uri.getPath()))
                .build();
    }

    @ServerExceptionMapper
    Response map(Exception failure, UriInfo uri) {
        LOG.error("a call failed", failure);
        return answer(Problem.ofStatus(
                        500, "Internal Server Error", "Something failed here; the log has it.", uri.getPath()))
                .build();
    }

    /** The answer to a call that failed. If some of its body was not read, that is cut off. */
    public Response.ResponseBuilder answer(Problem problem) {
        RoutingContext call = calls.getCurrent();
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        if (!call.request().isEnded()) {
            UnreadBody.headers(call.request()).forEach(answer::header);
            call.addEndHandler(answered -> UnreadBody.cutOff(call.request()));
        }
        return answer;
    }
}
