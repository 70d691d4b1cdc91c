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

/** Calls feedback of an institution back to the gateway, at once or later. */
final class CallbackScheduler {

    private static final WebhookSignature FORGED =
            new WebhookSignature("whsec_bm90LXRoZS1zZWNyZXQtb2YtYW55LWluc3RpdHV0aW9u");
    private static final Duration MAX_WAIT = Duration.ofSeconds(10);

    private final String institutionCode;
    private final WebhookSignature signature;
    private final Counters counters;
    private final SimulatorContext context;

    CallbackScheduler(String institutionCode, WebhookSignature signature, Counters counters, SimulatorContext context) {
        this.institutionCode = institutionCode;
        this.signature = signature;
        this.counters = counters;
        this.context = context;
    }

    /** Calls back once the time has come, as often as the plan says; releases the feedback to inquiries then. */
    void later(
            OrderRecord record,
            Feedback feedback,
            ResponsePlan.Callbacks how,
            long waitMillis,
            BooleanSupplier wanted) {
        context.scheduler()
                .schedule(
                        () -> {
                            record.release();
                            for (int i = 0; i < how.times(); i++) {
                                send(feedback, how, wanted);
                            }
                        },
                        waitMillis + how.after().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Calls back and waits, within reason, until the gateway has taken it. */
    void now(OrderRecord record, Feedback feedback, ResponsePlan.Callbacks how, BooleanSupplier wanted) {
        record.release();
        try {
            send(feedback, how, wanted).get(MAX_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notTakenYet) {
            return; // it goes on being called back
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Boolean> send(Feedback feedback, ResponsePlan.Callbacks how, BooleanSupplier wanted) {
        CallbackSender sender = context.callbacks();
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
