package nl.buurtpuls.ingest.problem;

import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS the server speaks HTTP/1.1 alone. Java's own client asks it to go over to HTTP/2, and of a thousand such calls a few
 * were answered with a torn stream, or never: the answer can leave before the connection has changed over. Tests of HTTP/2 begin with
 * it at once, without TLS.
 */
@Singleton
@UnlessBuildProfile("test")
class ClearTextHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
