package org.stoppayment.simulator.institution;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.kernel.ids.Ids;

/** Sends callbacks to the gateway until it answers 204, with growing delays and a maximum of attempts. */
public final class CallbackSender {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int NO_CONTENT = 204;

    private final InstantSource clock;
    private final ScheduledExecutorService scheduler;
    private final Backoff backoff;
    private final URI gateway;
    private final CallbackClients clients;
    private final Ids ids;

    /**
     * Retries of a callback.
     *
     * @param initialDelay delay after the first attempt; it doubles with each attempt
     * @param maxDelay upper limit of the delay
     * @param maxAttempts number of attempts before the callback is given up
     */
    public record Backoff(Duration initialDelay, Duration maxDelay, int maxAttempts) {

        Duration delayAfter(int attempt) {
            Duration doubled = initialDelay.multipliedBy(1L << Math.min(attempt - 1, 20));
            return doubled.compareTo(maxDelay) < 0 ? doubled : maxDelay;
        }
    }

    /** A callback to a resource of the gateway; every attempt sends the same bytes. */
    record Callback(
            String institutionCode,
            String resource,
            WebhookSignature signature,
            String webhookId,
            byte[] body,
            Counters counters) {}

    /** Sends callbacks to {@code gateway}. */
    public CallbackSender(
            InstantSource clock,
            ScheduledExecutorService scheduler,
            Backoff backoff,
            URI gateway,
            CallbackClients clients) {
        this.clients = clients;
        this.clock = clock;
        this.scheduler = scheduler;
        this.backoff = backoff;
        this.gateway = gateway;
        this.ids = new Ids(clock);
    }

    /** A new message id. */
    String webhookId() {
        return ids.next().toString();
    }

    /** Sends the callback; the future has whether the gateway acknowledged it. No attempt is made unless it {@code isNeeded}. */
    CompletableFuture<Boolean> send(Callback callback, BooleanSupplier isNeeded) {
        CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();
        attempt(callback, 1, isNeeded, acknowledged);
        return acknowledged;
    }

    private void attempt(
            Callback callback, int attempt, BooleanSupplier isNeeded, CompletableFuture<Boolean> acknowledged) {
        if (!isNeeded.getAsBoolean()) {
            acknowledged.complete(false);
            return;
        }
        callback.counters().callbacksSent.increment();
        answer(callback)
                .thenApply(response -> response.statusCode() == NO_CONTENT)
                .exceptionally(noAnswer -> false)
                .thenAccept(isAcknowledged -> {
                    if (isAcknowledged) {
                        callback.counters().callbacksAcknowledged.increment();
                        acknowledged.complete(true);
                    } else if (attempt >= backoff.maxAttempts() || scheduler.isShutdown()) {
                        callback.counters().callbacksGivenUp.increment();
                        acknowledged.complete(false);
                    } else {
                        scheduler.schedule(
                                () -> attempt(callback, attempt + 1, isNeeded, acknowledged),
                                backoff.delayAfter(attempt).toMillis(),
                                TimeUnit.MILLISECONDS);
                    }
                });
    }

    /** A certificate that cannot be read is like a gateway that does not answer: it may be there at the next attempt. */
    private CompletableFuture<HttpResponse<Void>> answer(Callback callback) {
        try {
            return clients.of(callback.institutionCode())
                    .sendAsync(request(callback), HttpResponse.BodyHandlers.discarding());
        } catch (UncheckedIOException | IllegalArgumentException noCertificate) {
            return CompletableFuture.failedFuture(noCertificate);
        }
    }

    private HttpRequest request(Callback callback) {
        Instant now = clock.instant();
        return HttpRequest.newBuilder(
                        gateway.resolve("/v1/institutions/" + callback.institutionCode() + "/" + callback.resource()))
                .timeout(RESPONSE_TIMEOUT)
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
