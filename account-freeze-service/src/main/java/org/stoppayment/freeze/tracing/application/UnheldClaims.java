package org.stoppayment.freeze.tracing.application;

import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/** Finds claims whose money was held and is held no longer. The suite makes no new stop by itself, so people are alerted. */
final class UnheldClaims {

    private UnheldClaims() {}

    /**
     * The alert about the claim on {@code node}; empty when nothing of it was held, when money is still held or has been traced
     * onward, and while another order is on its way to the account. A step that finds the same again makes the same alert, which is
     * raised once for each term of the stop.
     *
     * @param after books of the claim as they are now
     */
    static Optional<NewAlert> alert(CaseId caseId, Node node, ClaimBooks after) {
        Money unheld = after.lapsed().plus(after.lifted());
        return node.order()
                .filter(order ->
                        !unheld.isZero() && !node.live() && !order.phase().isHolding())
                .map(order -> new NewAlert(
                        Alert.Kind.CLAIM_UNHELD,
                        caseId,
                        order.applicationId(),
                        term(order),
                        order.phase() + ": " + unheld.fen() + " fen of the case are held no longer"));
    }

    private static int term(Deciding order) {
        return order.stop().filter(Stop::extended).isPresent() ? 2 : 1;
    }
}
