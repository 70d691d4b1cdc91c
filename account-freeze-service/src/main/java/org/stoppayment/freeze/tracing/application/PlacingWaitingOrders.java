package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.application.SendingOrders;
import org.stoppayment.freeze.orders.application.StopOrderFactory;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Places a case's own order when the one that the case had joined does not hold the account: its institution declined it, and this
 * case names other transfers; or its term was over before the case named the account, although the order was not LAPSED yet.
 */
@ApplicationScoped
public class PlacingWaitingOrders {

    private final WaitingOrders waiting;
    private final StopOrderFactory factory;
    private final SendingOrders sending;
    private final RuleSets ruleSets;

    public PlacingWaitingOrders(
            WaitingOrders waiting, StopOrderFactory factory, SendingOrders sending, RuleSets ruleSets) {
        this.waiting = waiting;
        this.factory = factory;
        this.sending = sending;
        this.ruleSets = ruleSets;
    }

    /**
     * Places those of the accounts with changed claims; they are sent once they are durable. Must run before the changes are traced:
     * after a failure here they stay due.
     *
     * @return true when it placed any: then the graph is no longer as it was read
     */
    Uni<Boolean> placeDue(CaseGraph graph, Routing routing, Instant at) {
        return Multi.createFrom()
                .iterable(graph.nodes())
                .filter(PlacingWaitingOrders::mayGoOut)
                .onItem()
                .transformToUniAndConcatenate(node -> placeOldest(graph.origin().caseId(), node, routing, at))
                .collect()
                .asList()
                .map(placed -> placed.contains(true));
    }

    private static boolean mayGoOut(Node node) {
        return node.waiting()
                && node.claim()
                        .map(claim -> claim.due() && claim.endedAt().isEmpty())
                        .orElse(false)
                && !node.order().map(order -> order.phase().isHolding()).orElse(false);
    }

    /** An order that is declined here does not keep a later one waiting. */
    private Uni<Boolean> placeOldest(CaseId caseId, Node node, Routing routing, Instant at) {
        return waiting.oldestFree(caseId, node.key())
                .chain(found -> found.map(order -> place(factory.dispatch(order, routing.to(order.account()), at)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(placed ->
                        placed.filter(as -> as.phase() == Phase.DECLINED).isPresent()
                                ? placeOldest(caseId, node, routing, at).replaceWith(true)
                                : Uni.createFrom().item(placed.isPresent()));
    }

    private Uni<Optional<PlacementResult>> place(StopOrder order) {
        return ruleSets.named(order.ruleSet())
                .chain(rules -> waiting.place(order, rules))
                .invoke(placed -> placed.ifPresent(
                        as -> PlacementResult.outgoing(List.of(order), Map.of(order.applicationId(), as))
                                .forEach(sending::send)));
    }
}
