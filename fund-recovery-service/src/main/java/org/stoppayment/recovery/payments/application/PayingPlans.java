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
import org.stoppayment.recovery.payments.domain.PaymentEvent;
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
    private final PaymentConfig config;
    private final Ids ids;
    private final InstantSource clock;

    PayingPlans(
            PayablePlans payable,
            Payments payments,
            SendingPayments sending,
            RefundRules rules,
            WorkingCalendar calendar,
            PaymentConfig config,
            Ids ids,
            InstantSource clock) {
        this.payable = payable;
        this.payments = payments;
        this.sending = sending;
        this.rules = rules;
        this.calendar = calendar;
        this.config = config;
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
        return payable.require(planId, planDigest)
                .chain(stored -> order(stored, officer))
                .onFailure(ServiceException.Refusal.class)
                .recoverWithUni(refused -> orderedBefore(planId, refused));
    }

    /** A plan whose payments are ordered is no draft any more: then these are answered. */
    private Uni<List<Payment>> orderedBefore(String planId, Throwable refused) {
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
        return sending.reserve(ordered.size()) ? orderAndSend(stored, ordered, now) : orderLater(stored, ordered, now);
    }

    /** They are durable as sent by the transaction that orders them, and so need not be claimed before they are sent. */
    private Uni<List<Payment>> orderAndSend(StoredPlan stored, List<Payment> ordered, Instant now) {
        List<Payment> sent = ordered.stream()
                .map(payment -> payment.after(PaymentEvent.SENT, "", "", now).orElseThrow())
                .toList();
        return payments.order(stored.plan().id(), sent, now.plus(config.lease()), now)
                .onFailure()
                .invoke(() -> sending.release(sent.size()))
                .onCancellation()
                .invoke(() -> sending.release(sent.size()))
                .chain(isNew -> {
                    if (isNew) {
                        sending.send(sent);
                        return Uni.createFrom().item(sent);
                    }
                    sending.release(sent.size());
                    return payments.ofPlan(stored.plan().id());
                });
    }

    private Uni<List<Payment>> orderLater(StoredPlan stored, List<Payment> ordered, Instant now) {
        return payments.order(stored.plan().id(), ordered, now, now).chain(isNew -> {
            sending.wake();
            return isNew
                    ? Uni.createFrom().item(ordered)
                    : payments.ofPlan(stored.plan().id());
        });
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
