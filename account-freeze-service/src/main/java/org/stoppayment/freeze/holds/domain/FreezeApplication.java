package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a case applies for when it has an account frozen.
 *
 * @param caseId of the case
 * @param account to be frozen
 * @param mode how much of it
 * @param amount sum to be held; empty for a full freeze
 * @param reason for the institution's books; may be empty for a limited freeze
 * @param basis what it rests on
 * @param major true for a major or complex case
 * @param officer who asks
 * @param requestedAt when
 * @param tainted the case's money on the account then
 * @param stop in effect on the account then; empty when there was none
 * @param stopEndsAt when its term ended, as was known then
 * @param endsStop true when that stop ends when the freeze begins: no other case needed it
 * @param ruleSet name of the rules that it was ordered under
 */
public record FreezeApplication(
        CaseId caseId,
        AccountRef account,
        HoldMode mode,
        Optional<Money> amount,
        String reason,
        LegalBasis basis,
        boolean major,
        Officer officer,
        Instant requestedAt,
        Money tainted,
        Optional<ApplicationId> stop,
        Optional<Instant> stopEndsAt,
        boolean endsStop,
        String ruleSet) {

    /** True when {@code other} asks for the same freeze: the request was repeated. */
    public boolean isRepeatedBy(FreezeApplication other) {
        return caseId.equals(other.caseId)
                && account.key().equals(other.account.key())
                && mode == other.mode
                && amount.equals(other.amount)
                && reason.equals(other.reason)
                && basis.equals(other.basis)
                && major == other.major
                && officer.equals(other.officer);
    }

    /** The application with another sum to be held: a full freeze becomes a limited one. */
    FreezeApplication limitedTo(Money sum) {
        return new FreezeApplication(
                caseId,
                account,
                HoldMode.LIMITED,
                Optional.of(sum),
                reason,
                basis,
                major,
                officer,
                requestedAt,
                tainted,
                stop,
                stopEndsAt,
                endsStop,
                ruleSet);
    }
}
