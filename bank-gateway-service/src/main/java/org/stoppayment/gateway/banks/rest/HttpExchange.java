package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Map;
import java.util.function.Function;
import org.stoppayment.gateway.banks.Attempt;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NoAnswer;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;

/**
 * Exchanges one request for one answer over a pooled connection. The core client is used rather than the web client because
 * it tells the two phases apart that decide between "not sent" and "no answer": getting a connection, and everything after.
 */
final class HttpExchange {

    /** Most bytes of an answer: ten thousand bookings of some 400 bytes. */
    static final int MAX_BYTES = 4 << 20;

    private final HttpClient client;
    private final Endpoint endpoint;

    HttpExchange(HttpClient client, Endpoint endpoint) {
        this.client = client;
        this.endpoint = endpoint;
    }

    /** Sends the request unless the attempt was given up, and reads its answer with {@code reader}. */
    Uni<Outcome> send(
            HttpMethod method,
            String path,
            Map<String, String> headers,
            byte[] body,
            Attempt attempt,
            Function<Answer, Outcome> reader) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(endpoint.basePath() + path);
        return Uni.createFrom().emitter(emitter -> client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                emitter.complete(new NotSent(ConnectFailures.reasonOf(connected.cause())));
            } else {
                write(connected.result(), headers, body, attempt, reader, emitter);
            }
        }));
    }

    private static void write(
            HttpClientRequest request,
            Map<String, String> headers,
            byte[] body,
            Attempt attempt,
            Function<Answer, Outcome> reader,
            UniEmitter<? super Outcome> emitter) {
        // The outcome tells of it; Vert.x logs what nobody hears, such as the reset of a request before it was sent.
        request.exceptionHandler(lost -> {});
        if (!attempt.maySend(request::reset)) {
            request.reset();
            emitter.complete(new NotSent(NotSent.Reason.WAITED_TOO_LONG));
            return;
        }
        MultiMap requestHeaders = request.headers();
        headers.forEach(requestHeaders::set);
        request.send(Buffer.buffer(body)).onComplete(answered -> {
            if (answered.failed()) {
                emitter.complete(NoAnswer.RESET);
            } else {
                read(request, answered.result(), reader, emitter);
            }
        });
    }

    private static void read(
            HttpClientRequest request,
            HttpClientResponse response,
            Function<Answer, Outcome> reader,
            UniEmitter<? super Outcome> emitter) {
        Buffer received = Buffer.buffer();
        response.exceptionHandler(broken -> emitter.complete(NoAnswer.RESET));
        response.handler(part -> {
            if (received.length() + part.length() > MAX_BYTES) {
                emitter.complete(NoAnswer.TOO_LARGE);
                response.handler(null);
                request.reset();
            } else {
                received.appendBuffer(part);
            }
        });
        response.endHandler(end -> {
            try {
                emitter.complete(reader.apply(new Answer(response.statusCode(), received.getBytes())));
            } catch (RuntimeException | Error bug) {
                emitter.fail(bug);
            }
        });
    }
}
