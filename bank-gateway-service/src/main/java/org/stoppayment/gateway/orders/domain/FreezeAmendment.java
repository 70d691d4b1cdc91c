package org.stoppayment.gateway.orders.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.gateway.feedback.domain.Account;
import org.stoppayment.gateway.feedback.domain.ApplicationId;

/**
 * What every order about an existing freeze says.
 *
 * @param id the institution's idempotency key
 * @param original the freeze
 * @param caseId the case
 * @param account the frozen account
 * @param reason for the institution's records, may be empty
 * @param appliedAt when the order was made
 * @param basis what it rests on
 * @param operator the officer
 */
public record FreezeAmendment(
        ApplicationId id,
        ApplicationId original,
        UUID caseId,
        Account account,
        String reason,
        Instant appliedAt,
        LegalBasis basis,
        Operator operator) {}
