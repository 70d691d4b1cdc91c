package org.stoppayment.freeze.tracing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Where a case's money went.
 *
 * @param caseId of the case
 * @param nodes the accounts that it reached, by level
 * @param transfers the bookings that carried it, in order of time
 * @param behind true when something known has not been traced yet
 * @param duplicates its transfers that other cases seem to report as well
 */
public record Trace(
        CaseId caseId,
        List<Node> nodes,
        List<MoneyTrail.Traced> transfers,
        boolean behind,
        List<PossibleDuplicate> duplicates) {

    /**
     * An account that the money reached.
     *
     * @param account the account
     * @param level fewest transfers from a victim
     * @param books where the money is
     * @param notFollowed why there is no order
     * @param order the order that decides over the money
     * @param firstTracedAt when the first traced transfer into it was booked
     */
    public record Node(
            AccountRef account,
            int level,
            ClaimBooks books,
            NotFollowed notFollowed,
            Optional<Order> order,
            Optional<Instant> firstTracedAt) {}

    /**
     * The order that decides over the money on an account.
     *
     * @param applicationId of the order
     * @param phase where it stands
     * @param awaitsBookings true while an institution has time for bookings of the account that it announced
     * @param joined true when another case placed it
     * @param balanceHeld the whole balance held
     * @param placedAt when it was made
     * @param sentAt when it was first sent
     * @param settledAt when it first waited for no institution
     * @param stoppedAt when the institution stopped the account
     */
    public record Order(
            ApplicationId applicationId,
            Phase phase,
            boolean awaitsBookings,
            boolean joined,
            Money balanceHeld,
            Instant placedAt,
            Optional<Instant> sentAt,
            Optional<Instant> settledAt,
            Optional<Instant> stoppedAt) {}

    /** The books of all accounts together. */
    public ClaimBooks total() {
        return nodes.stream().map(Node::books).reduce(ClaimBooks.NONE, ClaimBooks::plus);
    }

    /** True when every account adds up, and what leaves one account enters another. */
    public boolean isConserved() {
        ClaimBooks total = total();
        return nodes.stream().allMatch(node -> node.books().isConserved())
                && total.onward().equals(total.received());
    }

    /** True when no order waits for an institution or its bookings and every known outflow has been traced. */
    public boolean isSettled() {
        return !nodes.isEmpty()
                && !behind
                && nodes.stream().allMatch(node -> node.order()
                        .map(order -> order.phase().isSettled() && !order.awaitsBookings())
                        .orElse(true));
    }

    /** The highest level. */
    public int levels() {
        return nodes.stream().mapToInt(Node::level).max().orElse(0);
    }
}
