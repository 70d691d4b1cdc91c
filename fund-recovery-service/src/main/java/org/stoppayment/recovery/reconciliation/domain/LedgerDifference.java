package org.stoppayment.recovery.reconciliation.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The books of an account and what its institution told do not agree.
 *
 * @param number of the difference
 * @param account the account
 * @param caseId the case; empty when it is about all cases together
 * @param kind what does not agree
 * @param bookedFen held and frozen by the books, in fen
 * @param toldFen what was told, in fen
 * @param firstSeenAt when it was seen first
 * @param lastSeenAt when it was seen last
 * @param resolvedAt when it was found to be gone; empty while it is there
 */
public record LedgerDifference(
        long number,
        AccountRef.Key account,
        Optional<CaseId> caseId,
        Kind kind,
        long bookedFen,
        long toldFen,
        Instant firstSeenAt,
        Instant lastSeenAt,
        Optional<Instant> resolvedAt) {

    /** What does not agree. */
    public enum Kind {
        /** The books have more of a case held and frozen than stops and freezes in effect hold. */
        ABOVE_HOLDS,
        /** A stop or freeze of the case holds more, and the books have that money of the case as unknown. */
        BELOW_HOLDS,
        /** The books have more held and frozen than the balance that the institution told last. */
        ABOVE_BALANCE
    }
}
