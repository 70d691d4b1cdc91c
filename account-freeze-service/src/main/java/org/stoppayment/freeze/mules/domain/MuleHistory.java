package org.stoppayment.freeze.mules.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A known mule and its history.
 *
 * @param mule the account
 * @param reached by these cases, oldest first
 * @param orders on it, oldest first
 */
public record MuleHistory(Mule mule, List<Reach> reached, List<Order> orders) {

    /**
     * A case whose money reached the account.
     *
     * @param caseId of the case
     * @param level fewest transfers from a victim
     * @param tainted the money
     * @param held the part of it that is held
     * @param at when
     */
    public record Reach(CaseId caseId, int level, Money tainted, Money held, Instant at) {}

    /**
     * An order on the account.
     *
     * @param applicationId of the order
     * @param caseId that placed it
     * @param phase where it stands
     * @param placedAt when it was placed
     * @param stoppedAt when the institution stopped the account
     * @param endedAt when it ended
     * @param urgent true when it was sent ahead of others
     */
    public record Order(
            ApplicationId applicationId,
            CaseId caseId,
            Phase phase,
            Instant placedAt,
            Optional<Instant> stoppedAt,
            Optional<Instant> endedAt,
            boolean urgent) {}
}
