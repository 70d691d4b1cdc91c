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

/** Sends callbacks of an institution to the gateway, immediately or delayed. */
final class CallbackScheduler {

    private static final WebhookSignature WRONG_SIGNATURE =
            new WebhookSignature("whsec_bm90LXRoZS1zZWNyZXQtb2YtYW55LWluc3RpdHV0aW9u");
    private static final Duration ACKNOWLEDGEMENT_TIMEOUT = Duration.ofSeconds(10);

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

    /** Calls back after a delay, as often as the plan says. From then on inquiries get the feedback. */
    void schedule(
            OrderRecord record,
            Feedback feedback,
            ResponsePlan.Callbacks plan,
            long delayMillis,
            BooleanSupplier isNeeded) {
        context.scheduler()
                .schedule(
                        () -> {
                            record.endCallbackDelay();
                            for (int i = 0; i < plan.times(); i++) {
                                send(feedback, plan, isNeeded);
                            }
                        },
                        delayMillis + plan.after().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Calls back and waits until the gateway acknowledges or the time-out is reached. */
    void sendAndWait(OrderRecord record, Feedback feedback, ResponsePlan.Callbacks plan, BooleanSupplier isNeeded) {
        record.endCallbackDelay();
        try {
            send(feedback, plan, isNeeded).get(ACKNOWLEDGEMENT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notAcknowledged) {
            return; // the sender retries
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Boolean> send(Feedback feedback, ResponsePlan.Callbacks plan, BooleanSupplier isNeeded) {
        CallbackSender sender = context.callbacks();
        return sender.send(
                new CallbackSender.Callback(
                        institutionCode,
                        plan.wronglySigned() ? WRONG_SIGNATURE : signature,
                        sender.webhookId(),
                        JsonWriter.write(feedback),
                        counters),
                isNeeded);
    }
}
