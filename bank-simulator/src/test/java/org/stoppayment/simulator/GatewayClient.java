package org.stoppayment.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.simulator.institution.RegisteredInstitution;

/** Sends signed messages to institutions, like the gateway. */
final class GatewayClient {

    /** An answer: status, body as text. */
    record Answer(int status, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException notJson) {
                throw new AssertionError("not JSON: " + body, notJson);
            }
        }

        String code() {
            return json().path("resultCode").textValue();
        }

        List<String> mismatched() {
            List<String> fields = new ArrayList<>();
            json().path("mismatched").forEach(each -> fields.add(each.textValue()));
            return fields;
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final BankSimulator simulator;
    private final Map<String, String> secrets;

    GatewayClient(BankSimulator simulator, Registry registry) {
        this.simulator = simulator;
        this.secrets = registry.institutions().stream()
                .collect(Collectors.toMap(RegisteredInstitution::code, RegisteredInstitution::secret));
    }

    Answer send(ObjectNode order) {
        return join(sendAsync(order, Duration.ofSeconds(20)));
    }

    Answer send(ObjectNode order, Duration timeout) {
        return join(sendAsync(order, timeout));
    }

    CompletableFuture<Answer> sendAsync(ObjectNode order, Duration timeout) {
        return sendAsync(order, now(), timeout);
    }

    private CompletableFuture<Answer> sendAsync(ObjectNode order, Instant at, Duration timeout) {
        String code = order.path("account").path("institutionCode").textValue();
        String applicationId = order.path("applicationId").textValue();
        return raw(code, path(order), applicationId, order.toString(), secrets.get(code), at, timeout);
    }

    private static String path(ObjectNode order) {
        if (order.has("kind")) {
            return "/v1/queries";
        }
        if (order.has("freezeApplicationId")) {
            return "/v1/refunds";
        }
        if (order.has("legalBasis")) {
            return "/v1/freezes" + freezeResource(order);
        }
        return order.has("transfers") ? "/v1/stops" : order.has("expiresAt") ? "/v1/extensions" : "/v1/lifts";
    }

    private static String freezeResource(ObjectNode order) {
        if (order.has("mode")) {
            return "";
        }
        return order.has("expiresAt") ? "/renewals" : order.has("amountFen") ? "/changes" : "/lifts";
    }

    /** Sends with a signature of {@code at}; for tests that change the institution's clock. */
    Answer sendAt(Instant at, ObjectNode order) {
        return join(sendAsync(order, at, Duration.ofSeconds(20)));
    }

    /** Sends a POST with these values, or a GET when the body is null. */
    CompletableFuture<Answer> raw(
            String code, String path, String applicationId, String body, String secret, Instant at, Duration timeout) {
        byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        URI uri = simulator.endpoint(code).resolve(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", applicationId)
                .header("webhook-id", applicationId)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", new WebhookSignature(secret).sign(applicationId, at, bytes));
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofByteArray(bytes));
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(response -> new Answer(response.statusCode(), response.body()));
    }

    Answer inquire(String code, String applicationId) {
        return inquireAt(now(), code, applicationId);
    }

    /** Inquires with a signature of {@code at}; for tests that change the institution's clock. */
    Answer inquireAt(Instant at, String code, String applicationId) {
        return join(raw(
                code,
                "/v1/orders/" + applicationId,
                applicationId,
                null,
                secrets.get(code),
                at,
                Duration.ofSeconds(20)));
    }

    /** Inquires about a query, with the institution's time. */
    Answer inquireQuery(Instant at, String code, String applicationId) {
        return join(raw(
                code,
                "/v1/queries/" + applicationId,
                applicationId,
                null,
                secrets.get(code),
                at,
                Duration.ofSeconds(20)));
    }

    String secret(String code) {
        return secrets.get(code);
    }

    static Instant now() {
        return SystemTime.SOURCE.instant();
    }

    private static Answer join(CompletableFuture<Answer> answer) {
        return answer.join();
    }
}
