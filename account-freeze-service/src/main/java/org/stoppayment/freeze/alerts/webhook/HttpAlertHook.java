package org.stoppayment.freeze.alerts.webhook;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.alerts.application.AlertHook;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * Posts an alert as JSON, signed as in Standard Webhooks; any status but 2xx means that it was not taken. Its id is that of the alert, the
 * same for every attempt.
 */
@ApplicationScoped
class HttpAlertHook implements AlertHook {

    private final Optional<URI> address;
    private final Optional<AlertSigner> signer;
    private final HttpClient client;
    private final InstantSource clock;

    HttpAlertHook(AlertWebhookConfig config, Vertx vertx, InstantSource clock) {
        this.address = config.alertWebhook();
        this.signer = address.map(
                posted -> AlertSigner.of(config.alertWebhookSecrets().orElse(List.of())));
        this.clock = clock;
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(MAX_AT_ONCE));
    }

    /** Makes this hook when the service starts, so that it does not start with secrets that cannot sign. */
    void start(@Observes StartupEvent start) {}

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    @Override
    public boolean isSet() {
        return address.isPresent();
    }

    @Override
    public Uni<Void> post(AlertView alert) {
        String id = alert.alert().alertId().toString();
        byte[] body = render(alert).toBuffer().getBytes();
        Instant now = clock.instant();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.orElseThrow().toString())
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("content-type", "application/json")
                .putHeader(WebhookSignature.ID_HEADER, id)
                .putHeader(WebhookSignature.TIMESTAMP_HEADER, Long.toString(now.getEpochSecond()))
                .putHeader(
                        WebhookSignature.SIGNATURE_HEADER, signer.orElseThrow().sign(id, now, body));
        return client.request(options)
                .chain(request -> request.send(Buffer.buffer(body)))
                .invoke(HttpAlertHook::requireTaken)
                .ifNoItem()
                .after(TIMEOUT)
                .fail()
                .replaceWithVoid();
    }

    private static void requireTaken(HttpClientResponse response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("status: " + response.statusCode() + " (expected: 2xx)");
        }
    }

    private static JsonObject render(AlertView view) {
        Alert alert = view.alert();
        AlertView.Subject subject = view.subject();
        return new JsonObject()
                .put("alertId", alert.alertId().toString())
                .put("kind", alert.kind().name())
                .put("caseId", alert.caseId().toString())
                .put("applicationId", alert.subject().toString())
                .put("raisedAt", alert.raisedAt().toString())
                .put(
                        "orderApplicationId",
                        subject.order().map(ApplicationId::toString).orElse(""))
                .put("institutionCode", subject.institutionCode())
                .put("atStakeFen", subject.atStake().fen())
                .put("orderState", subject.orderState())
                .put("resultCode", subject.resultCode())
                .put("detail", alert.detail());
    }
}
