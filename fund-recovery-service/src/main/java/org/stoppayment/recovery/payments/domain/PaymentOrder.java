package org.stoppayment.recovery.payments.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.eligibility.domain.RefundAccount;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * What is paid.
 *
 * @param planId the plan
 * @param caseId the case of the victim
 * @param account the frozen account
 * @param freezeId the freeze that is paid out of
 * @param freezeCaseId the case that ordered it
 * @param payee the account that is paid
 * @param amountFen the sum, above zero
 * @param orderedAt when it was ordered
 * @param orderedBy who ordered it
 * @param deadlineAt by when the institution is to have paid
 */
public record PaymentOrder(
        PlanId planId,
        CaseId caseId,
        AccountRef.Key account,
        UUID freezeId,
        CaseId freezeCaseId,
        RefundAccount payee,
        long amountFen,
        Instant orderedAt,
        Officer orderedBy,
        Instant deadlineAt) {

    public PaymentOrder {
        if (amountFen <= 0) {
            throw new IllegalArgumentException("amountFen: " + amountFen + " (expected: above 0)");
        }
    }
}
