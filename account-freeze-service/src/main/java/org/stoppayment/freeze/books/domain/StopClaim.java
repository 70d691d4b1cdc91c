package org.stoppayment.freeze.books.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What one case has on the account of an order that it sees.
 *
 * @param caseId of the case
 * @param level fewest transfers from a victim of the case
 * @param tainted sum of the case's transfers into the account
 * @param held the part of it that is booked as held by the stop
 * @param frozen the part of it that is booked as held by a freeze of the case
 * @param returned the part of it that was paid back to victims
 * @param claimedAt when the case claimed the account
 * @param active true when the account stays stopped for it: it has not ended, and it is for money, for a transfer whose sum is not known
 *     or for the protection of the account
 * @param end how the claim ended; empty when it has not
 */
public record StopClaim(
        CaseId caseId,
        int level,
        Money tainted,
        Money held,
        Money frozen,
        Money returned,
        Instant claimedAt,
        boolean active,
        Optional<ClaimEnd> end) {}
