package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.RequestOptions;
import java.util.function.Function;
import org.stoppayment.gateway.banks.Attempt;
import org.stoppayment.gateway.banks.ExchangeRecorder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;

/**
 * Sends requests to one institution over pooled connections. It uses Vert.x's core client, not its web client, because the core
 * client separates the two phases that decide between "not sent" and "no answer": getting a connection, and everything after it.
 */
final class RestClient {

    private final HttpClient client;
    private final Endpoint endpoint;
    private final ExchangeRecorder recorder;

    RestClient(HttpClient client, Endpoint endpoint, ExchangeRecorder recorder) {
        this.client = client;
        this.endpoint = endpoint;
        this.recorder = recorder;
    }

    /** Sends the request unless the attempt was given up, and converts the answer with {@code reader}. */
    Uni<Outcome> send(Request request, Attempt attempt, Function<Answer, Outcome> reader) {
        RequestOptions options = new RequestOptions()
                .setMethod(request.method())
                .setHost(endpoint.host())
                .setPort(endpoint.port())
                .setSsl(endpoint.tls())
                .setURI(endpoint.basePath() + request.path());
        recorder.sending(request.method().name(), endpoint.url(request.path()), request.headers(), request.body());
        return Uni.createFrom().emitter(emitter -> client.request(options).onComplete(connected -> {
            if (connected.failed()) {
                emitter.complete(new NotSent(ConnectFailures.reasonOf(connected.cause())));
            } else {
                new HttpExchange(request, attempt, reader, recorder, emitter).start(connected.result());
            }
        }));
    }
}
