package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.SendingOrders;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.OrderView;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;

/**
 * Stops an account again after its stop has ended in any way: it lapsed, was lifted or was declined. The new order names the old
 * one, and is made under the current rules.
 */
@ApplicationScoped
public class ReissuingStops {

    private final StopOrders orders;
    private final Reissues reissues;
    private final Institutions institutions;
    private final SendingOrders sending;
    private final ViewingOrders viewing;
    private final RuleSets ruleSets;
    private final InstantSource clock;
    private final Ids ids;

    ReissuingStops(
            StopOrders orders,
            Reissues reissues,
            Institutions institutions,
            SendingOrders sending,
            ViewingOrders viewing,
            RuleSets ruleSets,
            InstantSource clock,
            Ids ids) {
        this.orders = orders;
        this.reissues = reissues;
        this.institutions = institutions;
        this.sending = sending;
        this.viewing = viewing;
        this.ruleSets = ruleSets;
        this.clock = clock;
        this.ids = ids;
    }

    /** Places a new order on the account of {@code applicationId} and sends it once it is durable. */
    public Uni<OrderView> restop(String applicationId, String reference) {
        OfficerInput.requireReference(reference);
        return orders.named(applicationId)
                .invoke(ReissuingStops::requireEnded)
                .chain(ended -> place(ended, reference))
                .chain(id -> orders.named(id.toString())
                        .chain(sending::sendQueued)
                        .chain(() -> viewing.order(id.toString())));
    }

    private Uni<ApplicationId> place(StopOrder ended, String reference) {
        Instant now = clock.instant();
        ApplicationId id = ids.newApplicationId();
        RuleSet rules = ruleSets.current();
        return reissues.place(
                        ended,
                        new Reissues.Again(id, institutions.instructionAgain(ended, id, now), reference, now),
                        rules)
                .invoke(refused -> refused.ifPresent(why -> {
                    throw new ServiceException.Refusal(why.name(), reason(why, rules));
                }))
                .replaceWith(id);
    }

    private static String reason(Reissues.Refused why, RuleSet rules) {
        return switch (why) {
            case ACCOUNT_ALREADY_STOPPED -> "the account has a live stop of ours (expected: an account without one)";
            case STOP_COUNT_EXCEEDED ->
                "the account had its " + rules.stops().stopsPerAccount() + " stops (expected: fewer)";
        };
    }

    private static void requireEnded(StopOrder order) {
        if (order.phase().isLive()) {
            throw new ServiceException.Refusal(
                    "ACCOUNT_ALREADY_STOPPED",
                    "order " + order.applicationId() + " is " + order.phase() + " (expected: an order that has ended)");
        }
    }
}
