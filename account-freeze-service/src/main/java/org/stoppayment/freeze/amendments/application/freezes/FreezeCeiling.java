package org.stoppayment.freeze.amendments.application.freezes;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a freeze of an account for a case may rest on.
 *
 * @param account with the holder's name and the kind of account: as confirmed by a stop, else as reported or booked
 * @param remaining the case's money on the account: what came in and is not known to have left it, nor was paid back to victims
 * @param surplus what several cases have on the account as one, above the sum of what each has there; zero unless the case freezes first
 * @param behind true while something known of the account has not been traced, so that the sum may change
 * @param stop that is in effect on the account; empty when there is none
 * @param otherActiveClaims number of active claims of other cases on the account: a freeze that names the stop would end it for them
 * @param end how the case's claim ended; empty when it has not
 * @param freeze what a freeze of the case holds or held last; empty when there was none
 */
public record FreezeCeiling(
        AccountRef account,
        Money remaining,
        Money surplus,
        boolean behind,
        Optional<StopInEffect> stop,
        int otherActiveClaims,
        Optional<ClaimEnd> end,
        Optional<ClaimFreeze> freeze) {

    /** The highest sum that a freeze of the case may hold. */
    public Money highest() {
        return remaining.plus(surplus);
    }

    /**
     * A stop in effect.
     *
     * @param applicationId of its order
     * @param caseId the case that placed it
     * @param expiresAt when its term ends
     * @param balance the whole balance that it holds; empty while that is unknown
     */
    public record StopInEffect(
            ApplicationId applicationId, CaseId caseId, Instant expiresAt, Optional<Money> balance) {}
}
