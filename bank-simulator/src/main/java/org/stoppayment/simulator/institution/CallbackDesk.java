package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.stoppayment.kernel.WebhookSignature;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.JsonWriter;

/** Calls an institution's feedback back: later, or right now. */
final class CallbackDesk {

    private static final WebhookSignature FORGED =
            new WebhookSignature("whsec_bm90LXRoZS1zZWNyZXQtb2YtYW55LWluc3RpdHV0aW9u");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String institutionCode;
    private final WebhookSignature signature;
    private final Counters counters;
    private final Surroundings surroundings;

    CallbackDesk(String institutionCode, WebhookSignature signature, Counters counters, Surroundings surroundings) {
        this.institutionCode = institutionCode;
        this.signature = signature;
        this.counters = counters;
        this.surroundings = surroundings;
    }

    /** Calls back once the time has come, as often as the conduct says; releases the feedback to inquiries then. */
    void later(OrderFile file, Feedback feedback, Conduct.Callbacks how, long waitMillis, BooleanSupplier wanted) {
        surroundings
                .scheduler()
                .schedule(
                        () -> {
                            file.release();
                            for (int i = 0; i < how.times(); i++) {
                                send(feedback, how, wanted);
                            }
                        },
                        waitMillis + how.after().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Calls back and waits, within reason, until the gateway has taken it. */
    void now(OrderFile file, Feedback feedback, Conduct.Callbacks how, BooleanSupplier wanted) {
        file.release();
        try {
            send(feedback, how, wanted).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notTakenYet) {
            return; // it goes on being called back
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Boolean> send(Feedback feedback, Conduct.Callbacks how, BooleanSupplier wanted) {
        CallbackSender sender = surroundings.callbacks();
        return sender.send(
                new CallbackSender.Callback(
                        institutionCode,
                        how.wronglySigned() ? FORGED : signature,
                        sender.webhookId(),
                        JsonWriter.write(feedback),
                        counters),
                wanted);
    }
}
