package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.feedback.domain.OrderKind;
import org.stoppayment.kernel.Money;

/**
 * An order to freeze an account (冻结, 100201).
 *
 * @param id the institution's idempotency key
 * @param caseId the case
 * @param account the account to freeze
 * @param limit the sum to hold (限额冻结); empty for the whole account (全额冻结)
 * @param reason for the institution's records; may be empty when there is a limit
 * @param appliedAt when the order was made
 * @param expiresAt when the freeze ends
 * @param basis what it rests on
 * @param stop the stop of the same case that it takes over from
 * @param operator the officer
 * @param resend true for any attempt after the first
 */
public record FreezeOrder(
        ApplicationId id,
        UUID caseId,
        Account account,
        Optional<Money> limit,
        String reason,
        Instant appliedAt,
        Instant expiresAt,
        LegalBasis basis,
        Optional<ApplicationId> stop,
        Operator operator,
        boolean resend)
        implements Order {

    @Override
    public String name() {
        return "freeze";
    }

    @Override
    public OrderKind kind() {
        return OrderKind.FREEZE;
    }
}
