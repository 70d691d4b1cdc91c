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
 * Reads every body of the REST edge whole, on the event loop, up to the limit. The server's own limit would answer without a word, and would
 * read what comes in parts on a worker thread and log an error for what is too large.
 */
@ApplicationScoped
class BoundedBody {

    private static final int BEFORE_THE_SERVERS_OWN = 1_000_000;
    private static final int TOO_LARGE = 413;

    private final long mostBytes;
    private final Buffer problem;

    BoundedBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, ObjectMapper json)
            throws JsonProcessingException {
        this.mostBytes = most.asLongValue();
        this.problem = Buffer.buffer(json.writeValueAsBytes(new Problem(
                "The body is too large",
                TOO_LARGE,
                "REQUEST_ENTITY_TOO_LARGE",
                "body: more than " + mostBytes + " bytes (expected: 0.." + mostBytes + ")")));
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, BEFORE_THE_SERVERS_OWN);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (isGrpc(request)) {
            context.next(); // it has a limit of its own
            return;
        }
        if (announced(request) > mostBytes) {
            refuse(context);
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() <= mostBytes) {
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
            request.headers().remove(HttpHeaders.EXPECT); // Said once: whoever comes next would say it again.
        }
        request.resume();
    }

    private void refuse(RoutingContext context) {
        if (!context.response().ended()) {
            context.response()
                    .setStatusCode(TOO_LARGE)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                    .end(problem);
        }
    }

    private static boolean isGrpc(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("application/grpc");
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            return Long.MAX_VALUE;
        }
    }
}
