package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/**
 * What should be done about a hold.
 *
 * @param kind what
 * @param caseId of the case that holds the account
 * @param account that is held
 * @param applicationId of the stop, or of the freeze to renew
 * @param endsAt when the hold ends
 * @param amount sum to freeze: the case's money on the account
 * @param surplus what several cases have there as one, above what each has: the case that freezes first may freeze it as well
 * @param held what is held on the account; empty while that is unknown
 * @param objection to a freeze to renew that is not closed; empty when there is none
 */
public record HoldProposal(
        Kind kind,
        CaseId caseId,
        AccountRef account,
        ApplicationId applicationId,
        Instant endsAt,
        Money amount,
        Money surplus,
        Optional<Money> held,
        Optional<ObjectionId> objection) {

    /** What should be done. */
    public enum Kind {
        /** The case is filed and a stop ends: freeze the account. */
        FREEZE,
        /** The case is not filed and a stop ends: file the case, or lift the stop. */
        FILE_OR_LIFT,
        /** A stop of a filed case holds far more than the case's money: freeze that sum and let the rest go. */
        LIMIT,
        /** A freeze ends: renew it, or let it go. */
        RENEW,
        /** A freeze of a withdrawn case: lift it. */
        LIFT
    }
}
