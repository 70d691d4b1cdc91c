package org.stoppayment.freeze.tracing.application;

import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Deciding;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.CaseId;

/** Finds claims whose money was held and is held no longer. The suite makes no new stop by itself, so people are alerted. */
final class UnheldClaims {

    private UnheldClaims() {}

    /**
     * The alert about the claim on {@code node}, once for each term of the stop; empty when nothing was held, or when money is still
     * held or has been traced onward.
     *
     * @param after books of the claim as they are now
     */
    static Optional<NewAlert> alert(CaseId caseId, Node node, ClaimBooks after) {
        boolean wasHeld = node.claim()
                .map(Claim::books)
                .filter(books -> !books.held().isZero())
                .isPresent();
        boolean isUnheld = after.held().isZero() && !after.remaining().isZero();
        return node.order()
                .filter(order -> wasHeld && isUnheld && !order.phase().isHolding())
                .map(order -> new NewAlert(
                        Alert.Kind.CLAIM_UNHELD,
                        caseId,
                        order.applicationId(),
                        term(order),
                        order.phase() + ": " + after.remaining().fen() + " fen of the case are held no longer"));
    }

    private static int term(Deciding order) {
        return order.stop().filter(Stop::extended).isPresent() ? 2 : 1;
    }
}
