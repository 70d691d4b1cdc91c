package org.stoppayment.freeze.amendments.application.freezes;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A freeze that took effect, in whole or in part.
 *
 * @param id of the freeze
 * @param caseId of its case
 * @param account that it holds
 * @param stop that held the account for the case when the freeze was ordered, whether or not the message to the institution names it; empty
 *     when there was none
 * @param endsStop true when the message to the institution named that stop: it has ended there
 * @param began when the institution says that it took effect
 * @param sum that it holds
 * @param decision who ordered it, and why
 */
public record FreezeInEffect(
        ApplicationId id,
        CaseId caseId,
        AccountRef.Key account,
        Optional<ApplicationId> stop,
        boolean endsStop,
        Instant began,
        Money sum,
        Decision decision) {}
