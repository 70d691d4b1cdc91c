package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.ledger.RefundBook;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.RefundOrder;

/** What happens after a refund was paid: it is paid a second time, or its money comes back. Thread-safe. */
final class DelayedRefundEvents {

    private static final String CLOSED = "收款账户已销户";

    private final RefundBook refunds;
    private final SimulatorContext context;
    private final Predicate<OrderRecord> isStored;
    private final Consumer<OrderRecord> changed;

    /** {@code changed} is told each record whose feedback is another than before. */
    DelayedRefundEvents(SimulatorContext context, Predicate<OrderRecord> isStored, Consumer<OrderRecord> changed) {
        this.refunds = context.ledger().refunds();
        this.context = context;
        this.isStored = isStored;
        this.changed = changed;
    }

    /** Plans what follows an order that was booked now, when it is a refund that was paid. */
    void plan(OrderRecord record, FaultKind fault) {
        Optional<Feedback.RefundStatus> paid =
                record.feedback().flatMap(feedback -> Optional.ofNullable(feedback.refund()));
        if (paid.isEmpty() || !(record.order() instanceof RefundOrder order)) {
            return;
        }
        if (fault == FaultKind.PAYS_TWICE) {
            after(Duration.ZERO, record, () -> {
                record.addEffect();
                return refunds.payAgain(order, paid.get(), context.clock().instant());
            });
        }
        if (MagicAccount.of(order.payee().number())
                .filter(MagicAccount.PAYEE_CLOSED::equals)
                .isPresent()) {
            after(
                    context.lateCallback(),
                    record,
                    () -> refunds.giveBack(
                            order, paid.get(), CLOSED, context.clock().instant()));
        }
    }

    /** Books something about a refund and gives its feedback. */
    private interface DelayedEvent {
        Feedback book();
    }

    private void after(Duration delay, OrderRecord record, DelayedEvent event) {
        context.scheduler()
                .schedule(
                        () -> {
                            synchronized (record) {
                                if (!isStored.test(record)) {
                                    return;
                                }
                                record.replaceFeedback(event.book());
                            }
                            changed.accept(record);
                        },
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
