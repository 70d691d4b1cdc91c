package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.approvals.application.PayablePlans;
import org.stoppayment.recovery.payments.domain.FreezeAllocation;
import org.stoppayment.recovery.payments.domain.FreezeAllocation.Part;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.PaymentOrder;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.rules.domain.RefundRules;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/** Orders the payments of an approved plan. However often that is asked for, each victim is paid once out of each freeze. */
@ApplicationScoped
public class PayingPlans {

    private final PayablePlans payable;
    private final Payments payments;
    private final SendingPayments sending;
    private final RefundRules rules;
    private final WorkingCalendar calendar;
    private final Ids ids;
    private final InstantSource clock;

    PayingPlans(
            PayablePlans payable,
            Payments payments,
            SendingPayments sending,
            RefundRules rules,
            WorkingCalendar calendar,
            Ids ids,
            InstantSource clock) {
        this.payable = payable;
        this.payments = payments;
        this.sending = sending;
        this.rules = rules;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    /** The payments of a plan: those that exist, when it has some. */
    public Uni<List<Payment>> pay(String planId, String planDigest, Officer officer) {
        new OfficerChecks()
                .id("planId", planId)
                .digest("planDigest", planDigest)
                .officer("operator", officer)
                .refuse();
        return payments.ofPlan(PlanId.of(planId))
                .chain(existing -> existing.isEmpty()
                        ? payable.require(planId, planDigest)
                                .chain(stored -> order(stored, officer))
                                .onFailure(ServiceException.Refusal.class)
                                .recoverWithUni(refused -> orderedMeanwhile(planId, refused))
                        : Uni.createFrom().item(existing));
    }

    /** Somebody else may have ordered the payments since they were looked for: then these are answered. */
    private Uni<List<Payment>> orderedMeanwhile(String planId, Throwable refused) {
        return payments.ofPlan(PlanId.of(planId))
                .chain(ordered -> ordered.isEmpty()
                        ? Uni.createFrom().failure(refused)
                        : Uni.createFrom().item(ordered));
    }

    private Uni<List<Payment>> order(StoredPlan stored, Officer officer) {
        Instant now = clock.instant();
        List<Payment> ordered = stored.plan().accounts().stream()
                .flatMap(account -> FreezeAllocation.of(account).stream()
                        .map(part -> payment(stored.plan().id(), account, part, officer, now)))
                .toList();
        if (ordered.isEmpty()) {
            throw new ServiceException.Refusal(
                    "NOTHING_TO_PAY", "planId: " + stored.plan().id() + " (expected: a plan that pays a victim)");
        }
        return payments.order(stored.plan().id(), ordered, now).invoke(sending::wake);
    }

    private Payment payment(PlanId planId, PlannedAccount account, Part part, Officer officer, Instant now) {
        return Payment.ordered(
                ids.newPaymentId(),
                new PaymentOrder(
                        planId,
                        part.payout().payout().claim().caseId(),
                        account.shares().account(),
                        part.freeze().id(),
                        part.freeze().caseId(),
                        part.payout().refundAccount().orElseThrow(), // a plan without is blocked
                        part.fen(),
                        now,
                        officer,
                        calendar.endOf(now, rules.paymentWorkingDays())));
    }
}
