package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.ApprovalLevel;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A stop or a freeze.
 *
 * @param id of the order or freeze
 * @param caseId the case that ordered it
 * @param revision of this fact, from 1
 * @param account the account
 * @param isInEffect true while it holds money
 * @param held what it holds, of a stop the balance of the account; empty when it was not told
 * @param returned what was paid back to victims out of a freeze; no part of what it holds
 * @param beganAt when it took effect
 * @param expiresAt when its term ends
 * @param approvalLevel level of the approval of a freeze; empty for a stop
 */
public record Hold(
        ApplicationId id,
        CaseId caseId,
        int revision,
        AccountRef account,
        boolean isInEffect,
        Optional<Money> held,
        Money returned,
        Instant beganAt,
        Instant expiresAt,
        Optional<ApprovalLevel> approvalLevel) {}
