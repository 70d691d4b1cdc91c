package org.stoppayment.freeze.tracing.application;

import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts.NewAlert;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;

/** Finds orders on accounts that turned out to be the victim's own. The suite lifts no stop by itself, so people are alerted. */
final class StoppedOwnAccounts {

    private StoppedOwnAccounts() {}

    /** The alert about the order on {@code node}, once; a protective stop (level 0) has the victim's consent. */
    static Optional<NewAlert> alert(CaseGraph graph, Node node) {
        boolean isClaimed = node.claim().filter(claim -> claim.level() > 0).isPresent();
        boolean isFrozen = node.claim().filter(Claim::isFrozen).isPresent();
        return node.order()
                .filter(order -> isClaimed
                        && (order.phase().isLive() || isFrozen)
                        && graph.side().isVictims(node.key()))
                .map(order -> new NewAlert(
                        Alert.Kind.OWN_ACCOUNT_STOPPED,
                        graph.origin().caseId(),
                        order.applicationId(),
                        1,
                        order.phase() + ": the account is the victim's own by a later report"));
    }
}
