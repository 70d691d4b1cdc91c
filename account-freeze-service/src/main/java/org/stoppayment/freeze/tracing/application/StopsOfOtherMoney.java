package org.stoppayment.freeze.tracing.application;

import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Finds stops that hold none of the case's money, because the account gave money back (返利) and no more of the case's is left on it.
 * What they hold is the holder's or other cases'. The suite lifts no stop by itself, so people are alerted.
 */
final class StopsOfOtherMoney {

    private StopsOfOtherMoney() {}

    /**
     * The alert about the claim on {@code node}, once for each order; empty while bookings are awaited, for an account that is known to
     * be empty, and for one whose money went elsewhere only: more of it may come back there.
     *
     * @param after books of the claim as they are now
     */
    static Optional<NewAlert> alert(CaseId caseId, Node node, ClaimBooks after) {
        if (after.restored().isZero()
                || !after.isConserved()
                || !after.remaining().isZero()) {
            return Optional.empty();
        }
        return node.order()
                .filter(order -> order.phase() == Phase.IN_EFFECT && !order.awaitsBookings() && !isEmpty(order))
                .map(order -> new NewAlert(
                        Alert.Kind.NOTHING_HELD,
                        caseId,
                        order.applicationId(),
                        1,
                        "the stop holds nothing of the case: "
                                + after.restored().fen() + " of its "
                                + after.tainted().fen() + " fen were given back to the victim"));
    }

    private static boolean isEmpty(Deciding order) {
        return order.stop().flatMap(Stop::balance).filter(Money::isZero).isPresent();
    }
}
