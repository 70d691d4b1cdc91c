package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.stoppayment.gateway.banks.Attempt;
import org.stoppayment.gateway.banks.ExchangeRecorder;
import org.stoppayment.gateway.banks.InstitutionAdapter;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.kernel.WebhookSignature;

/** Speaks the institution API v1 with one institution. */
final class RestAdapter implements InstitutionAdapter {

    private static final String JSON = "application/json";
    private static final byte[] NO_BODY = {};

    private final RestClient client;
    private final WebhookSignature signature;
    private final InstantSource time;
    private final ExchangeRecorder recorder;

    RestAdapter(RestClient client, WebhookSignature signature, InstantSource time, ExchangeRecorder recorder) {
        this.client = client;
        this.signature = signature;
        this.time = time;
        this.recorder = recorder;
    }

    @Override
    public Uni<Outcome> send(Order order, Attempt attempt) {
        OrderMessage message = OrderMessage.of(order);
        Map<String, String> headers = signedHeaders(order.id(), message.body());
        headers.put("idempotency-key", order.id().value());
        headers.put("content-type", JSON);
        Request request = new Request(HttpMethod.POST, message.path(), headers, message.body());
        if (order instanceof Query query) {
            return ask(request, attempt, query.subject(), AnswerReader::ofQuery);
        }
        return client.send(
                request,
                attempt,
                answer -> recorded(answer, AnswerReader.ofOrder(order.id(), order.kind(), answer, time.instant())));
    }

    @Override
    public Uni<Outcome> inquire(ApplicationId id, Attempt attempt) {
        return client.send(
                inquiry("/v1/orders/", id),
                attempt,
                answer -> recorded(answer, AnswerReader.ofInquiry(id, answer, time.instant())));
    }

    @Override
    public Uni<Outcome> inquire(Query.Subject query, Attempt attempt) {
        return ask(inquiry("/v1/queries/", query.id()), attempt, query, AnswerReader::ofQueryInquiry);
    }

    /** Reads the answer to a query. */
    private interface QueryReader {
        Outcome read(Query.Subject query, Answer answer, Instant now);
    }

    private Uni<Outcome> ask(Request request, Attempt attempt, Query.Subject query, QueryReader reader) {
        return client.send(request, attempt, answer -> reader.read(query, answer, time.instant()));
    }

    private Request inquiry(String resource, ApplicationId id) {
        return new Request(HttpMethod.GET, resource + id, signedHeaders(id, NO_BODY), NO_BODY);
    }

    private Outcome recorded(Answer answer, Outcome outcome) {
        if (outcome.equals(Outcome.NoAnswer.INVALID_FEEDBACK)) {
            recorder.unreadable(FeedbackJson.violations(answer.body()));
        }
        return outcome;
    }

    private Map<String, String> signedHeaders(ApplicationId id, byte[] body) {
        Instant now = time.instant();
        Map<String, String> headers = new HashMap<>();
        headers.put(WebhookSignature.ID_HEADER, id.value());
        headers.put(WebhookSignature.TIMESTAMP_HEADER, Long.toString(now.getEpochSecond()));
        headers.put(WebhookSignature.SIGNATURE_HEADER, signature.sign(id.value(), now, body));
        headers.put("accept", JSON);
        return headers;
    }
}
