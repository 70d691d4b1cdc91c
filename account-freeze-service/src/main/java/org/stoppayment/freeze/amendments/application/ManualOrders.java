package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.kernel.ServiceException;

/** Finds orders that wait for a person. */
@ApplicationScoped
class ManualOrders {

    private final StopOrders orders;

    ManualOrders(StopOrders orders) {
        this.orders = orders;
    }

    /** The order; fails when there is none, and with a refusal when it is not MANUAL. */
    Uni<StopOrder> find(String applicationId) {
        return orders.named(applicationId).invoke(order -> {
            if (order.phase() != Phase.MANUAL) {
                throw new ServiceException.Refusal(
                        "NOT_MANUAL", "order " + applicationId + " is " + order.phase() + " (expected: MANUAL)");
            }
        });
    }

    /** Refuses what a person did with an order that has changed since it was found. */
    static void requireUnchanged(Update update) {
        if (update == Update.OUTDATED) {
            throw new ServiceException.Refusal(
                    "NOT_MANUAL", "the order has changed in the meantime (expected: MANUAL); look at it again");
        }
    }
}
