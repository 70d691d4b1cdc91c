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
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.QueryAnswer;

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

    /**
     * What is called back.
     *
     * @param resource the gateway's resource that takes it
     * @param body its JSON
     * @param sending runs before it is first sent
     */
    record Content(String resource, byte[] body, Runnable sending) {

        /** A feedback. From its first callback on inquiries get it. */
        static Content of(OrderRecord record, Feedback feedback) {
            boolean isRefund = record.order().kind() == Order.Kind.REFUND;
            return new Content(
                    isRefund ? "refund-feedback" : "feedback", JsonWriter.write(feedback), record::endCallbackDelay);
        }

        /** An answer to a query, or a report of a watch. */
        static Content of(QueryAnswer answer, Runnable sending) {
            return new Content("query-answers", JsonWriter.write(answer), sending);
        }
    }

    /** Calls back after a delay, as often as the plan says. */
    void schedule(Content content, ResponsePlan.Callbacks plan, long delayMillis, BooleanSupplier isNeeded) {
        context.scheduler()
                .schedule(
                        () -> {
                            content.sending().run();
                            for (int i = 0; i < plan.times(); i++) {
                                send(content, plan, isNeeded);
                            }
                        },
                        delayMillis + plan.after().toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    /** Calls back and waits until the gateway acknowledges or the time-out is reached. */
    void sendAndWait(Content content, ResponsePlan.Callbacks plan, BooleanSupplier isNeeded) {
        content.sending().run();
        try {
            send(content, plan, isNeeded).get(ACKNOWLEDGEMENT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException notAcknowledged) {
            return; // the sender retries
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Boolean> send(Content content, ResponsePlan.Callbacks plan, BooleanSupplier isNeeded) {
        CallbackSender sender = context.callbacks();
        return sender.send(
                new CallbackSender.Callback(
                        institutionCode,
                        content.resource(),
                        plan.wronglySigned() ? WRONG_SIGNATURE : signature,
                        sender.webhookId(),
                        content.body(),
                        counters),
                isNeeded);
    }
}
