package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PaymentId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.payments.domain.Payment;

/** Port: payments. */
public interface Payments {

    /**
     * Orders the payments of a plan in one transaction: the plan is still a draft, its approval is valid, no objection is open, and no new plan
     * is being made. Fails with a refusal otherwise, and nothing is ordered.
     *
     * @param dueAt when they are claimed
     * @return false when the plan has payments already, and nothing was ordered
     */
    Uni<Boolean> order(PlanId planId, List<Payment> payments, Instant dueAt, Instant now);

    /** The payments of a plan. */
    Uni<List<Payment>> ofPlan(PlanId planId);

    /** The payment of an id. */
    Uni<Optional<Payment>> find(PaymentId id);

    /** Payments that meet the filter, the latest first. */
    Uni<List<Payment>> list(Filter filter, int max, Instant now);

    /**
     * Takes up to {@code max} payments that are due; they are due again after {@code lease}. One that waits is sent from then on; one that was sent
     * and not answered is in doubt.
     */
    Uni<List<Payment>> claimDue(Instant now, Duration lease, int max);

    /**
     * Changes a payment under a lock. With it goes what the change means for others: account-freeze is told of money that was paid or came
     * back, shares and plans are made again, and a plan whose payments have all ended is paid.
     *
     * @param change the payment afterwards; empty when nothing changes
     * @param nextDue when it is due after the change; empty when never
     * @return the payment afterwards; empty when nothing has changed. Fails with {@link ReceiptOfAnotherPayment}, and changes nothing, when the
     *     payment got the receipt of another one
     */
    Uni<Optional<Payment>> change(
            PaymentId id, Function<Payment, Optional<Payment>> change, Function<Payment, Optional<Instant>> nextDue);

    /**
     * Which payments.
     *
     * @param planId only those of a plan
     * @param caseId only those to the victim of a case
     * @param needsAttention only those that need a person, or are odd
     * @param before only those before this one
     */
    record Filter(
            Optional<PlanId> planId, Optional<CaseId> caseId, boolean needsAttention, Optional<PaymentId> before) {}
}
