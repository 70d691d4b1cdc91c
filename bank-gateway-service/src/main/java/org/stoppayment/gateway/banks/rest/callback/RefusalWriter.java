package org.stoppayment.gateway.banks.rest.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Answers a request whose body is not read, and closes its connection when a body is still to come. {@code
 * stoppayment_gateway_callbacks_refused_total} counts these answers by code.
 */
@ApplicationScoped
class RefusalWriter {

    /** A connection with unread bytes that is closed at once is reset, and the client may lose the answer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    /** Tells an HTTP/2 client that the rest of its body is not needed. */
    private static final long NO_ERROR = 0;

    private final ObjectMapper json;
    private final MeterRegistry metrics;

    RefusalWriter(ObjectMapper json, MeterRegistry metrics) {
        this.json = json;
        this.metrics = metrics;
    }

    /** Answers; the rest of the body is thrown away for a moment, so that an honest client can read the answer. */
    void refuse(RoutingContext context, Refusal refusal) {
        HttpServerRequest request = context.request();
        boolean isBodyLeft = MessageFraming.hasBody(request);
        if (isBodyLeft && request.version() != HttpVersion.HTTP_2) {
            request.handler(ignored -> {});
            request.endHandler(end -> request.connection().close());
            request.exceptionHandler(lost -> {});
            answer(context, refusal, true);
            context.vertx()
                    .setTimer(LINGER.toMillis(), late -> request.connection().close());
            request.resume();
        } else {
            answer(context, refusal, false);
            if (isBodyLeft) {
                context.response().reset(NO_ERROR);
            }
        }
    }

    /** Answers and closes the connection at once: what comes after this request on it cannot be trusted. */
    void refuseAndClose(RoutingContext context, Refusal refusal) {
        answer(context, refusal, true);
        context.request().connection().close();
    }

    private void answer(RoutingContext context, Refusal refusal, boolean closes) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        count(refusal.problem());
        refusal.headers().forEach(response::putHeader);
        if (closes) {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        response.setStatusCode(refusal.problem().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(document(refusal.problem()));
    }

    private void count(Problem problem) {
        Counter.builder("stoppayment.gateway.callbacks.refused")
                .description("Callbacks that were refused before their body was read, by code")
                .tag("code", problem.code())
                .register(metrics)
                .increment();
    }

    private Buffer document(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
