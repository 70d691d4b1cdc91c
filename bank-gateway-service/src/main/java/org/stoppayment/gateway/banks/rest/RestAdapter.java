package org.stoppayment.gateway.banks.rest;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.stoppayment.gateway.banks.Attempt;
import org.stoppayment.gateway.banks.InstitutionAdapter;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.kernel.WebhookSignature;

/** Speaks the institution API v1 with one institution. */
final class RestAdapter implements InstitutionAdapter {

    private static final byte[] NO_BODY = {};

    private final HttpExchange http;
    private final WebhookSignature signature;
    private final InstantSource time;

    RestAdapter(HttpExchange http, WebhookSignature signature, InstantSource time) {
        this.http = http;
        this.signature = signature;
        this.time = time;
    }

    @Override
    public Uni<Outcome> stop(StopOrder order, Attempt attempt) {
        return post("/v1/stops", order.id(), OrderJson.of(order), OrderKind.STOP, attempt);
    }

    @Override
    public Uni<Outcome> lift(LiftOrder order, Attempt attempt) {
        return post("/v1/lifts", order.id(), OrderJson.of(order), OrderKind.ANY, attempt);
    }

    @Override
    public Uni<Outcome> extend(ExtensionOrder order, Attempt attempt) {
        return post("/v1/extensions", order.id(), OrderJson.of(order), OrderKind.ANY, attempt);
    }

    @Override
    public Uni<Outcome> inquire(ApplicationId id, Attempt attempt) {
        Instant now = time.instant();
        Map<String, String> headers = Map.of(
                WebhookSignature.ID_HEADER,
                id.value(),
                WebhookSignature.TIMESTAMP_HEADER,
                Long.toString(now.getEpochSecond()),
                WebhookSignature.SIGNATURE_HEADER,
                signature.sign(id.value(), now, NO_BODY),
                "accept",
                "application/json");
        return http.send(
                HttpMethod.GET,
                "/v1/orders/" + id,
                headers,
                NO_BODY,
                attempt,
                answer -> AnswerReader.ofInquiry(id, answer));
    }

    private Uni<Outcome> post(String path, ApplicationId id, byte[] body, OrderKind kind, Attempt attempt) {
        Instant now = time.instant();
        Map<String, String> headers = Map.of(
                "idempotency-key",
                id.value(),
                WebhookSignature.ID_HEADER,
                id.value(),
                WebhookSignature.TIMESTAMP_HEADER,
                Long.toString(now.getEpochSecond()),
                WebhookSignature.SIGNATURE_HEADER,
                signature.sign(id.value(), now, body),
                "content-type",
                "application/json",
                "accept",
                "application/json");
        return http.send(
                HttpMethod.POST, path, headers, body, attempt, answer -> AnswerReader.ofOrder(id, kind, answer));
    }
}
