package org.stoppayment.simulator.institution;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.WebhookSignature;

/** Calls feedback back to the gateway until it says 204, less and less often, and gives up in the end. */
public final class CallbackSender {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);
    private static final int DURABLE = 204;

    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Backoff backoff;
    private volatile URI gateway;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final Ids ids;

    /**
     * How often to try.
     *
     * @param first wait after the first attempt; doubles
     * @param longest most that it becomes
     * @param attempts after so many it is given up
     */
    public record Backoff(Duration first, Duration longest, int attempts) {

        Duration after(int attempt) {
            Duration doubled = first.multipliedBy(1L << Math.min(attempt - 1, 20));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }

    /** What is to be called back: one feedback, the same bytes every time. */
    record Callback(
            String institutionCode, WebhookSignature signature, String webhookId, byte[] body, Counters counters) {}

    /** Calls {@code gateway} back. */
    public CallbackSender(InstantSource clock, ScheduledExecutorService scheduler, Backoff backoff, URI gateway) {
        this.clock = clock;
        this.scheduler = scheduler;
        this.backoff = backoff;
        this.gateway = gateway;
        this.ids = new Ids(clock);
    }

    /** From the next attempt on, calls another gateway. */
    public void callBackTo(URI next) {
        gateway = next;
    }

    /** A new message id. */
    String webhookId() {
        return ids.next().toString();
    }

    /** Sends at once; the future ends with whether the gateway took it. {@code wanted} false ends the attempts. */
    CompletableFuture<Boolean> send(Callback callback, BooleanSupplier wanted) {
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        attempt(callback, 1, wanted, acknowledged);
        return acknowledged;
    }

    private void attempt(
            Callback callback, int attempt, BooleanSupplier wanted, CompletableFuture<Boolean> acknowledged) {
        if (!wanted.getAsBoolean()) {
            acknowledged.complete(false);
            return;
        }
        callback.counters().callbacksSent.increment();
        client.sendAsync(request(callback), HttpResponse.BodyHandlers.discarding())
                .thenApply(response -> response.statusCode() == DURABLE)
                .exceptionally(noAnswer -> false)
                .thenAccept(taken -> {
                    if (taken) {
                        callback.counters().callbacksAcknowledged.increment();
                        acknowledged.complete(true);
                    } else if (attempt >= backoff.attempts() || scheduler.isShutdown()) {
                        callback.counters().callbacksGivenUp.increment();
                        acknowledged.complete(false);
                    } else {
                        scheduler.schedule(
                                () -> attempt(callback, attempt + 1, wanted, acknowledged),
                                backoff.after(attempt).toMillis(),
                                TimeUnit.MILLISECONDS);
                    }
                });
    }

    private HttpRequest request(Callback callback) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(gateway.resolve("/v1/institutions/" + callback.institutionCode() + "/feedback"))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.ID_HEADER, callback.webhookId())
                .header(WebhookSignature.TIMESTAMP_HEADER, Long.toString(now.getEpochSecond()))
                .header(
                        WebhookSignature.SIGNATURE_HEADER,
                        callback.signature().sign(callback.webhookId(), now, callback.body()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(callback.body()))
                .build();
    }
}
