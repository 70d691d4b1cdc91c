package org.stoppayment.gateway.banks.rest.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the body of every REST request on the event loop, up to the size limit. The server's own limit would answer without a
 * problem document, read chunked bodies on a worker thread and log an error when a body is too large.
 */
@ApplicationScoped
class RequestBodyFilter {

    /** Before the server's own body handler. */
    private static final int PRIORITY = 1_000_000;

    private static final int CONTENT_TOO_LARGE = 413;

    private final long maxBytes;
    private final Buffer problem;

    RequestBodyFilter(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize, ObjectMapper json)
            throws JsonProcessingException {
        this.maxBytes = maxBodySize.asLongValue();
        this.problem = Buffer.buffer(json.writeValueAsBytes(new Problem(
                "The body is too large",
                CONTENT_TOO_LARGE,
                "REQUEST_ENTITY_TOO_LARGE",
                "body: more than " + maxBytes + " bytes (expected: 0.." + maxBytes + ")")));
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, PRIORITY);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isGrpc(request)) {
            context.next(); // gRPC has its own limit
            return;
        }
        if (contentLength(request) > maxBytes) {
            refuse(context);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= maxBytes) {
                body.appendBuffer(part);
            } else {
                refuse(context);
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                ((RoutingContextInternal) context).setBody(body);
                context.next();
            }
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
            request.headers().remove(HttpHeaders.EXPECT); // so that no later handler sends it again
        }
        request.resume();
    }

    private void refuse(RoutingContext context) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(CONTENT_TOO_LARGE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(problem);
        }
    }

    private static boolean isGrpc(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("application/grpc");
    }

    private static long contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
