package org.stoppayment.kit.admission;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets a connection receive for all its streams while some of them wait: a stream that is not read holds up to 64 KiB, and with
 * HTTP/2's default, one such stream stops the whole connection.
 */
@ApplicationScoped
public class ConnectionWindow implements HttpServerOptionsCustomizer {

    /** One hundred streams, the server's limit, of 64 KiB; and some. */
    private static final int BYTES = 8 << 20;

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setHttp2ConnectionWindowSize(BYTES);
    }
}
