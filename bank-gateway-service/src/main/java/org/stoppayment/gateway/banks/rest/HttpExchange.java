package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.gateway.banks.Attempt;
import org.stoppayment.gateway.banks.ExchangeRecorder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Outcome.NoAnswer;
import org.stoppayment.gateway.orders.domain.Outcome.NotSent;

/** One request and its answer on an established connection. */
final class HttpExchange {

    /** Maximum size of an answer: ten thousand bookings of about 400 bytes. */
    static final int MAX_BODY_BYTES = 4 << 20;

    private final Request request;
    private final Attempt attempt;
    private final Function<Answer, Outcome> reader;
    private final ExchangeRecorder recorder;
    private final UniEmitter<? super Outcome> outcome;

    HttpExchange(
            Request request,
            Attempt attempt,
            Function<Answer, Outcome> reader,
            ExchangeRecorder recorder,
            UniEmitter<? super Outcome> outcome) {
        this.request = request;
        this.attempt = attempt;
        this.reader = reader;
        this.recorder = recorder;
        this.outcome = outcome;
    }

    /** Sends the request unless the attempt was given up. */
    void start(HttpClientRequest clientRequest) {
        // Vert.x logs exceptions that have no handler, such as the reset of a request that was not sent. The outcome is
        // enough.
        clientRequest.exceptionHandler(ignored -> {});
        if (!attempt.maySend(clientRequest::reset)) {
            clientRequest.reset();
            outcome.complete(new NotSent(NotSent.Reason.WAITED_TOO_LONG));
            return;
        }
        MultiMap headers = clientRequest.headers();
        request.headers().forEach(headers::set);
        clientRequest.send(Buffer.buffer(request.body())).onComplete(answered -> {
            if (answered.failed()) {
                outcome.complete(NoAnswer.RESET);
            } else {
                read(clientRequest, answered.result());
            }
        });
    }

    private void read(HttpClientRequest clientRequest, HttpClientResponse response) {
        Buffer body = Buffer.buffer();
        response.exceptionHandler(broken -> outcome.complete(NoAnswer.RESET));
        response.handler(part -> {
            if (body.length() + part.length() > MAX_BODY_BYTES) {
                outcome.complete(NoAnswer.TOO_LARGE);
                response.handler(null);
                clientRequest.reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.endHandler(end -> {
            try {
                byte[] received = body.getBytes();
                recorder.received(response.statusCode(), headers(response), received);
                outcome.complete(reader.apply(new Answer(response.statusCode(), received, date(response))));
            } catch (RuntimeException | Error bug) {
                outcome.fail(bug);
            }
        });
    }

    private static Map<String, String> headers(HttpClientResponse response) {
        Map<String, String> headers = new HashMap<>();
        response.headers()
                .forEach((name, value) ->
                        headers.merge(name.toLowerCase(Locale.ROOT), value, (one, two) -> one + ", " + two));
        return headers;
    }

    private static Optional<Instant> date(HttpClientResponse response) {
        try {
            return Optional.ofNullable(response.getHeader(HttpHeaders.DATE))
                    .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
