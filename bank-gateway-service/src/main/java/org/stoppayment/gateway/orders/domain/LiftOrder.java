package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * An order to lift a stop (100103).
 *
 * @param id the institution's idempotency key
 * @param original the stop to lift
 * @param caseId the case
 * @param account the account to release
 * @param reason for the institution's records, may be empty
 * @param appliedAt when the order was made
 * @param operator the officer
 */
public record LiftOrder(
        ApplicationId id,
        ApplicationId original,
        UUID caseId,
        Account account,
        String reason,
        Instant appliedAt,
        Operator operator)
        implements Order {

    @Override
    public String name() {
        return "lift";
    }
}
