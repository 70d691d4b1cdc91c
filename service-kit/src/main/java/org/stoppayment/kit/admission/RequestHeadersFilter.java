package org.stoppayment.kit.admission;

import io.grpc.Status;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kit.grpc.GrpcHttp;

/**
 * Refuses a call for its headers, alone and with the status that gRPC asks for: metadata that is too large, and a message encoding
 * that this server does not take. The server itself would end the connection with all other calls on it, or take the request for
 * an unreadable one. A compressed message is not taken at all, since the limit of its size would count before it is expanded.
 */
@ApplicationScoped
public class RequestHeadersFilter {

    /** The default of gRPC implementations. Above {@code quarkus.http.limits.max-header-list-size} the connection is ended. */
    static final int MAX_METADATA_BYTES = 8_192;

    /** What a header adds to the size of a list of headers (RFC 9113, 6.5.2). */
    private static final int BYTES_A_HEADER = 32;

    private static final String IDENTITY = "identity";
    private static final int PRIORITY = 95;

    void register(@Observes Filters filters) {
        filters.register(RequestHeadersFilter::check, PRIORITY);
    }

    private static void check(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Optional<Status> refusal = GrpcHttp.method(request).flatMap(method -> refusal(request));
        if (refusal.isPresent()) {
            routing.response().putHeader("grpc-accept-encoding", IDENTITY);
            GrpcHttp.answer(routing, refusal.get().asRuntimeException());
        } else {
            routing.next();
        }
    }

    private static Optional<Status> refusal(HttpServerRequest request) {
        int bytes = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            bytes += header.getKey().length() + header.getValue().length() + BYTES_A_HEADER;
        }
        if (bytes > MAX_METADATA_BYTES) {
            return Optional.of(Status.RESOURCE_EXHAUSTED.withDescription(
                    "metadata: %d bytes (expected: at most %d)".formatted(bytes, MAX_METADATA_BYTES)));
        }
        @Nullable String encoding = request.getHeader("grpc-encoding");
        return encoding == null || encoding.equals(IDENTITY)
                ? Optional.empty()
                : Optional.of(Status.UNIMPLEMENTED.withDescription("grpc-encoding: not taken (expected: identity)"));
    }
}
