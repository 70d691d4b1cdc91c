package org.stoppayment.gateway.banks.rest.callback;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stoppayment.gateway.GatewayConfig;
import org.stoppayment.gateway.feedback.application.TestOrders;

/**
 * Stands before the REST API: anybody can call it. Headers are checked before a body is read; a body is read on the event loop, within
 * its deadline and while there is memory for it. The server's own limit would read first, answer without a problem document, read
 * chunked bodies on a worker thread and log an error when a body is too large.
 */
@ApplicationScoped
class CallbackFilter {

    /** Before the server's own body handler. */
    private static final int PRIORITY = 1_000_000;

    private static final int UNAUTHORIZED = 401;

    private final CallbackHeaders headers;
    private final RefusalLimits limits;
    private final UnsignedBytes memory;
    private final RefusalWriter writer;
    private final TestOrders tests;
    private final long maxBytes;
    private final Duration deadline;

    CallbackFilter(
            CallbackHeaders headers,
            RefusalLimits limits,
            UnsignedBytes memory,
            RefusalWriter writer,
            TestOrders tests,
            GatewayConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.headers = headers;
        this.limits = limits;
        this.memory = memory;
        this.writer = writer;
        this.tests = tests;
        this.maxBytes = maxBodySize.asLongValue();
        this.deadline = config.callback().bodyDeadline();
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, PRIORITY);
    }

    private void filter(RoutingContext context) {
        if (ReadContext.isRead(context)) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Optional<Refusal> ambiguous = MessageFraming.check(request);
        if (ambiguous.isPresent()) {
            writer.refuseAndClose(context, ambiguous.get());
            return;
        }
        Optional<String> institution = CallbackHeaders.institutionCode(request);
        if (institution.isPresent()) {
            takeCallback(context, institution.get());
            return;
        }
        if (!isGrpc(request) && MessageFraming.hasBody(request)) {
            writer.refuse(context, Refusal.unknownPath()); // nothing else takes a body
            return;
        }
        context.next();
    }

    private void takeCallback(RoutingContext context, String institutionCode) {
        HttpServerRequest request = context.request();
        String source = headers.source(request, institutionCode);
        Optional<Duration> wait = limits.waitOf(source);
        if (wait.isPresent()) {
            writer.refuse(context, Refusal.tooManyRefusals(wait.get()));
            return;
        }
        Optional<Refusal> refusal = headers.check(request, institutionCode)
                .or(() -> MessageFraming.contentLength(request) > maxBytes
                        ? Optional.of(Refusal.tooLarge(maxBytes))
                        : Optional.empty());
        if (refusal.isPresent()) {
            tests.noteRefusal(institutionCode);
            limits.count(source);
            writer.refuse(context, refusal.get());
            return;
        }
        readBody(context, source);
    }

    private void readBody(RoutingContext context, String source) {
        HttpServerRequest request = context.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
            request.headers().remove(HttpHeaders.EXPECT); // so that no later handler sends it again
        }
        BodyReader reader = new BodyReader(request, memory, maxBytes);
        context.addEndHandler(answered -> {
            reader.release();
            if (context.response().getStatusCode() == UNAUTHORIZED) {
                limits.count(source);
            }
        });
        reader.read(context.vertx(), deadline, body -> ReadContext.route(context, body), refusal -> {
            if (refusal.isFaultOfTheSource()) {
                limits.count(source);
            }
            writer.refuse(context, refusal);
        });
    }

    /** gRPC has limits of its own; it needs HTTP/2. */
    private static boolean isGrpc(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return request.version() == HttpVersion.HTTP_2 && type != null && type.startsWith("application/grpc");
    }
}
