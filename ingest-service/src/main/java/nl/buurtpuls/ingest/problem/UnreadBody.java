package nl.buurtpuls.ingest.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Map;

/**
 * What is left of a body whose call was answered before its end. Nobody reads it, and the server would go on taking it into
 * memory: in HTTP/1.1 the connection has to be closed (RFC 9112, 9.3), in HTTP/2 the stream only (RFC 9113, 8.1).
 */
final class UnreadBody {

    /** NO_ERROR. */
    private static final long ANSWERED = 0;

    private UnreadBody() {}

    /** What the answer is to say: who is told does not send its next call into a connection that is gone. */
    static Map<String, String> headers(HttpServerRequest call) {
        return isAlone(call) ? Map.of("Connection", "close") : Map.of();
    }

    /** To be called once the answer is on its way. */
    static void cutOff(HttpServerRequest call) {
        if (isAlone(call)) {
            call.connection().close();
        } else {
            call.response().reset(ANSWERED);
        }
    }

    private static boolean isAlone(HttpServerRequest call) {
        return call.version() != HttpVersion.HTTP_2;
    }
}
