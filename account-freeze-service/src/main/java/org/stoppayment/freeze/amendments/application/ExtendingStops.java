package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;

/**
 * Orders stops to be extended by their second and last term (止付延期). The second term begins only when the institution confirms it.
 * An extension that was sent in time counts, whenever the answer comes; one that was not sent before the end of the term is
 * declined here.
 */
@ApplicationScoped
public class ExtendingStops {

    private final SendingAmendments sending;
    private final StopOrders orders;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    ExtendingStops(SendingAmendments sending, StopOrders orders, RuleSets ruleSets, InstantSource clock, Ids ids) {
        this.sending = sending;
        this.orders = orders;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Orders a stop to be extended and sends that at once; a repeated call meanwhile returns the same extension. */
    public Uni<StopAmendment> extend(String applicationId, Decision decision) {
        OfficerInput.require(decision);
        return orders.named(applicationId).call(this::requireExtendable).chain(stop -> {
            Instant now = clock.instant();
            return sending.order(
                    StopAmendment.queued(
                            ids.newApplicationId(), StopAmendment.Kind.EXTENSION, stop.applicationId(), decision, now),
                    stop);
        });
    }

    private Uni<Void> requireExtendable(StopOrder order) {
        if (!order.isInForceAt(clock.instant())) {
            throw new ServiceException.Refusal(
                    "NOT_IN_EFFECT",
                    "order " + order.applicationId() + " is " + order.phase()
                            + " or its term is over (expected: IN_EFFECT, within its term)");
        }
        if (order.state().stop().filter(Stop::extended).isPresent()) {
            throw new ServiceException.Refusal(
                    "ALREADY_EXTENDED",
                    "order " + order.applicationId() + " is in its second term (expected: a stop in its first)");
        }
        return ruleSets.named(order.ruleSet())
                .chain(rules -> orders.countedStops(order.account().key(), rules.stops())
                        .invoke(stops -> {
                            if (!rules.stops().allowsExtensionAfter(stops)) {
                                throw new ServiceException.Refusal(
                                        "STOP_COUNT_EXCEEDED",
                                        "stops of the account: " + stops + " (expected: fewer than "
                                                + rules.stops().stopsPerAccount() + ", for an extension is one more)");
                            }
                        })
                        .replaceWithVoid());
    }
}
