package org.stoppayment.kit.grpc;

import io.grpc.Status;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Answers calls of methods that do not exist with UNIMPLEMENTED; the unified server's own answer is an HTTP 500. */
@ApplicationScoped
public class UnknownMethodFilter {

    private static final String GRPC = "application/grpc";
    private static final int PRIORITY = 100;
    private static final int OK = 200;

    void register(@Observes Filters filters) {
        filters.register(UnknownMethodFilter::addGrpcStatus, PRIORITY);
    }

    private static void addGrpcStatus(RoutingContext routing) {
        @Nullable String type = routing.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith(GRPC)) {
            routing.addHeadersEndHandler(ignored -> setUnimplemented(routing.response()));
        }
        routing.next();
    }

    /** A call that a gRPC service has accepted is always answered with HTTP 200. */
    private static void setUnimplemented(HttpServerResponse response) {
        if (response.getStatusCode() != OK) {
            response.setStatusCode(OK)
                    .putHeader(HttpHeaders.CONTENT_TYPE, GRPC)
                    .putHeader("grpc-status", String.valueOf(Status.Code.UNIMPLEMENTED.value()))
                    .putHeader("grpc-message", "no such method (expected: one of the published services)");
        }
    }
}
