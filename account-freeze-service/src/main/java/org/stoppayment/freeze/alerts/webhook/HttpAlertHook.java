package org.stoppayment.freeze.alerts.webhook;

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
import java.net.URI;
import java.util.Optional;
import org.stoppayment.freeze.alerts.application.AlertHook;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kernel.ApplicationId;

/** Posts an alert as JSON; any status but 2xx means that it was not taken. */
@ApplicationScoped
class HttpAlertHook implements AlertHook {

    private final Optional<URI> address;
    private final HttpClient client;

    HttpAlertHook(AlertWebhookConfig config, Vertx vertx) {
        this.address = config.alertWebhook();
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(MAX_AT_ONCE));
    }

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
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(address.orElseThrow().toString())
                .setTimeout(TIMEOUT.toMillis())
                .putHeader("content-type", "application/json");
        return client.request(options)
                .chain(request -> request.send(Buffer.buffer(render(alert).encode())))
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
                .put("orderApplicationId", subject.order().map(ApplicationId::toString).orElse(""))
                .put("institutionCode", subject.institutionCode())
                .put("atStakeFen", subject.atStake().fen())
                .put("detail", alert.detail());
    }
}
