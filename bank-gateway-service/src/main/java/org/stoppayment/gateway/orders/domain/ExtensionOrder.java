package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * An order to extend a stop by a second and last term (100105).
 *
 * @param id the institution's idempotency key
 * @param original the stop to extend
 * @param caseId the case
 * @param account the stopped account
 * @param reason for the institution's records, may be empty
 * @param appliedAt when the order was made
 * @param expiresAt end of the first term and start of the second
 * @param operator the officer
 */
public record ExtensionOrder(
        ApplicationId id,
        ApplicationId original,
        UUID caseId,
        Account account,
        String reason,
        Instant appliedAt,
        Instant expiresAt,
        Operator operator)
        implements Order {

    @Override
    public String name() {
        return "extend";
    }
}
