package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentEvent;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Records what is known of payments, and when they are due next. */
@ApplicationScoped
public class RecordingPayments {

    private static final int MAX_DOUBLINGS = 20;

    /** So long an institution is asked about what a person said it did not pay. */
    private static final Duration AFTER_DEADLINE = Duration.ofDays(30);

    private final Payments payments;
    private final PaymentConfig config;
    private final InstantSource clock;

    RecordingPayments(Payments payments, PaymentConfig config, InstantSource clock) {
        this.payments = payments;
        this.config = config;
        this.clock = clock;
    }

    /** Records an answer. */
    public Uni<Recorded> record(PaymentId id, RefundAnswer answer) {
        Instant now = clock.instant();
        return recorded(id, answer, known -> payment -> known.applyTo(payment, now), now);
    }

    /** Records the answer to an inquiry. One that brings nothing new counts as a failure; after too long, a person must act. */
    Uni<Recorded> recordInquiry(PaymentId id, RefundAnswer answer) {
        Instant now = clock.instant();
        return recorded(
                id, answer, known -> payment -> known.applyTo(payment, now).or(() -> fruitless(payment, now)), now);
    }

    /** An answer with the receipt of another payment is recorded without it: nobody knows then whether this one is paid. */
    private Uni<Recorded> recorded(
            PaymentId id,
            RefundAnswer answer,
            Function<RefundAnswer, Function<Payment, Optional<Payment>>> change,
            Instant now) {
        return payments.change(id, change.apply(answer), payment -> nextDue(payment, now))
                .map(changed -> new Recorded(changed.isPresent(), false))
                .onFailure(ReceiptOfAnotherPayment.class)
                .recoverWithUni(() -> payments.change(
                                id,
                                change.apply(answer.withoutReceipt(ReceiptOfAnotherPayment.CODE)),
                                payment -> nextDue(payment, now))
                        .map(changed -> new Recorded(changed.isPresent(), true)));
    }

    /**
     * Records what a person said; {@code change} is made under the lock of the payment. Fails with {@link ReceiptOfAnotherPayment}.
     */
    Uni<Optional<Payment>> resolve(PaymentId id, Function<Payment, Optional<Payment>> change) {
        Instant now = clock.instant();
        return payments.change(id, change, payment -> nextDue(payment, now));
    }

    /**
     * What was recorded.
     *
     * @param isNew true when the answer changed the payment
     * @param isReceiptRefused true when the receipt is that of another payment
     */
    public record Recorded(boolean isNew, boolean isReceiptRefused) {}

    private Optional<Payment> fruitless(Payment payment, Instant now) {
        if (payment.state().hasEnded()) {
            return Optional.of(payment).filter(Payment::isDeclinedByAPerson); // asked about again
        }
        boolean isBudgetSpent = payment.state() == PaymentState.IN_DOUBT
                && payment.progress()
                        .firstFailureAt()
                        .map(first -> !now.isBefore(first.plus(config.doubt())))
                        .orElse(false);
        return isBudgetSpent
                ? payment.after(PaymentEvent.BUDGET_SPENT, "", "BUDGET_SPENT", now)
                : Optional.of(payment.stillUnclear(now));
    }

    private Optional<Instant> nextDue(Payment payment, Instant now) {
        return switch (payment.state()) {
            case QUEUED, IN_DOUBT -> Optional.of(now.plus(pause(payment)));
            case SENDING -> Optional.of(now.plus(config.lease()));
            case ACCEPTED, MANUAL -> Optional.of(now.plus(config.inquiry()));
            case DECLINED ->
                Optional.of(now.plus(config.inquiry()))
                        .filter(next -> payment.isDeclinedByAPerson()
                                && next.isBefore(payment.order().deadlineAt().plus(AFTER_DEADLINE)));
            case PAID, RETURNED -> Optional.empty();
        };
    }

    private Duration pause(Payment payment) {
        int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, payment.progress().failures() - 1));
        Duration pause = config.firstPause().multipliedBy(1L << doublings);
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }
}
