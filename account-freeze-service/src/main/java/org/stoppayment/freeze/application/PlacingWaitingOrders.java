package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.Routing;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.domain.tracing.CasePicture;
import org.stoppayment.freeze.domain.tracing.CasePicture.Claim;
import org.stoppayment.freeze.domain.tracing.CasePicture.Node;

/**
 * Places a case's own orders where the one that the case had joined came to nothing: its institution declined it, and this case
 * names other transfers; or its term was over before the case named the account, though nobody had looked at the clock yet.
 */
@ApplicationScoped
class PlacingWaitingOrders {

    private final WaitingOrders waiting;
    private final OrderMaker maker;
    private final SendingOrders sending;
    private final RuleSets ruleSets;

    PlacingWaitingOrders(WaitingOrders waiting, OrderMaker maker, SendingOrders sending, RuleSets ruleSets) {
        this.waiting = waiting;
        this.maker = maker;
        this.sending = sending;
        this.ruleSets = ruleSets;
    }

    /**
     * Places those of the accounts of which something new is known; they go out once they are durable. To be done before that
     * news is taken in: what fails here leaves it due.
     */
    Uni<Void> ofThoseDue(CasePicture picture, Routing routing, Instant at) {
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
    private Uni<Void> placeOldest(UUID caseId, Node node, Routing routing, Instant at) {
        return waiting.oldestFree(caseId, node.key())
                .chain(found -> found.map(order -> place(maker.goingOut(order, routing.to(order.account()), at)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                .chain(placed ->
                        placed.filter(as -> as.phase() == Phase.DECLINED).isPresent()
                                ? placeOldest(caseId, node, routing, at)
                                : Uni.createFrom().voidItem());
    }

    private Uni<Optional<Placed>> place(StopOrder order) {
        return ruleSets.named(order.ruleSet())
                .chain(rules -> waiting.place(order, rules))
                .invoke(placed ->
                        placed.ifPresent(as -> Placed.outgoing(List.of(order), Map.of(order.applicationId(), as))
                                .forEach(sending::send)));
    }
}
