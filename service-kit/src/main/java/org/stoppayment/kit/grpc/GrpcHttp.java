package org.stoppayment.kit.grpc;

import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** gRPC calls as HTTP requests: for answers that are given before the gRPC server sees the call. */
public final class GrpcHttp {

    static final String CONTENT_TYPE = "application/grpc";
    private static final int OK = 200;

    private GrpcHttp() {}

    /** The full method name of a gRPC call; empty when the request is none. */
    public static Optional<String> method(HttpServerRequest request) {
        @Nullable String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith(CONTENT_TYPE)
                ? Optional.of(request.path().substring(1))
                : Optional.empty();
    }

    /** Ends the call with a status. What still arrives of the request is discarded. */
    public static void answer(RoutingContext routing, Throwable failure) {
        Status status = Status.fromThrowable(failure);
        HttpServerResponse response = routing.response()
                .setStatusCode(OK)
                .putHeader(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE)
                .putHeader("grpc-status", String.valueOf(status.getCode().value()))
                .putHeader("grpc-message", StatusText.encode(String.valueOf(status.getDescription())));
        com.google.rpc.@Nullable Status details = StatusProto.fromThrowable(failure);
        if (details != null && details.getDetailsCount() > 0) {
            response.putHeader(
                    "grpc-status-details-bin",
                    Base64.getEncoder().withoutPadding().encodeToString(details.toByteArray()));
        }
        routing.request().resume();
        response.end();
    }
}
