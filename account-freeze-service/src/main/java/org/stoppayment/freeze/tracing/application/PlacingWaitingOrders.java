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
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Node;
import org.stoppayment.kernel.CaseId;

/**
 * Places a case's own orders where the one that the case had joined came to nothing: its institution declined it, and this case
 * names other transfers; or its term was over before the case named the account, though nobody had looked at the clock yet.
 */
@ApplicationScoped
public class PlacingWaitingOrders {

    private final WaitingOrders waiting;
    private final StopOrderFactory maker;
    private final SendingOrders sending;
    private final RuleSets ruleSets;

    PlacingWaitingOrders(WaitingOrders waiting, StopOrderFactory maker, SendingOrders sending, RuleSets ruleSets) {
        this.waiting = waiting;
        this.maker = maker;
        this.sending = sending;
        this.ruleSets = ruleSets;
    }

    /**
     * Places those of the accounts of which something new is known; they go out once they are durable. To be done before that
     * news is taken in: what fails here leaves it due.
     */
    Uni<Void> ofThoseDue(CaseGraph picture, Routing routing, Instant at) {
        return Multi.createFrom()
                .iterable(picture.nodes())
                .filter(PlacingWaitingOrders::mayGoOut)
                .onItem()
                .transformToUniAndConcatenate(
                        node -> placeOldest(picture.origin().caseId(), node, routing, at))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean mayGoOut(Node node) {
        return node.waiting()
                && node.claim().map(Claim::due).orElse(false)
                && !node.order().map(order -> order.state().phase().isHolding()).orElse(false);
    }

    /** One that is refused here keeps no later one waiting. */
    private Uni<Void> placeOldest(CaseId caseId, Node node, Routing routing, Instant at) {
        return waiting.oldestFree(caseId, node.key())
                .chain(found -> found.map(order -> place(maker.goingOut(order, routing.to(order.account()), at)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(placed ->
                        placed.filter(as -> as.phase() == Phase.DECLINED).isPresent()
                                ? placeOldest(caseId, node, routing, at)
                                : Uni.createFrom().voidItem());
    }

    private Uni<Optional<PlacementResult>> place(StopOrder order) {
        return ruleSets.named(order.ruleSet())
                .chain(rules -> waiting.place(order, rules))
                .invoke(placed -> placed.ifPresent(
                        as -> PlacementResult.outgoing(List.of(order), Map.of(order.applicationId(), as))
                                .forEach(sending::send)));
    }
}
