package org.stoppayment.freeze.holds.application;

import java.util.Optional;
import org.stoppayment.freeze.holds.domain.HoldMode;
import org.stoppayment.freeze.shared.domain.Officer;

/**
 * What an officer asks for with a freeze, as given.
 *
 * @param caseId of the case
 * @param institutionCode of the account
 * @param accountNumber of the account
 * @param mode how much of it; empty: the disputed sum
 * @param amountFen sum to hold, in fen; empty: the case's money on the account
 * @param reason for the institution's books
 * @param measure document and approval
 * @param major true for a major or complex case
 * @param officer who asks
 */
public record FreezeRequest(
        String caseId,
        String institutionCode,
        String accountNumber,
        Optional<HoldMode> mode,
        Optional<Long> amountFen,
        String reason,
        Measure measure,
        boolean major,
        Officer officer) {}
