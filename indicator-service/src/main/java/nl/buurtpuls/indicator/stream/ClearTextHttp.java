package nl.buurtpuls.indicator.stream;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Without TLS the server speaks HTTP/1.1 alone. Java's own client asks it to go over to HTTP/2, and of a thousand such calls a few
 * were answered with a torn stream, or never: the answer can leave before the connection has changed over.
 */
@Singleton
class ClearTextHttp implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
