package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.Money;

/**
 * An order to pay frozen money to a victim (资金返还).
 *
 * @param id the institution's idempotency key
 * @param caseId the victim's case
 * @param account the frozen account
 * @param freeze the freeze whose money is paid
 * @param payee the account that is paid
 * @param amount the sum to pay
 * @param plan the plan that the payment is part of
 * @param reason for the institution's records, may be empty
 * @param appliedAt when the order was made
 * @param basis what it rests on; the document is the decision to return the money (返还决定书)
 * @param operator the officer
 * @param resend true for any attempt after the first
 */
public record RefundOrder(
        ApplicationId id,
        UUID caseId,
        Account account,
        ApplicationId freeze,
        Account payee,
        Money amount,
        Plan plan,
        String reason,
        Instant appliedAt,
        LegalBasis basis,
        Operator operator,
        boolean resend)
        implements Order {

    /**
     * A plan for the return of money.
     *
     * @param id its id
     * @param digest SHA-256 of its content, 64 hexadecimal digits in lower case
     */
    public record Plan(UUID id, String digest) {}

    @Override
    public String name() {
        return "refund";
    }

    @Override
    public OrderKind kind() {
        return OrderKind.REFUND;
    }
}
