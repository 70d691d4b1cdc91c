package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.SendingOrders;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

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

    /**
     * Places a new order on the account of {@code applicationId} and sends it once it is durable.
     *
     * @param caseId the case that it belongs to; empty for the one that placed the ended order
     */
    public Uni<OrderView> restop(String applicationId, String caseId, Decision decision) {
        OfficerInput.require(decision);
        return orders.named(applicationId)
                .invoke(ReissuingStops::requireEnded)
                .chain(ended ->
                        place(ended, caseId.isEmpty() ? ended.caseId() : ViewingOrders.caseId(caseId), decision))
                .chain(id -> orders.named(id.toString())
                        .chain(sending::sendQueued)
                        .chain(() -> viewing.order(id.toString())));
    }

    private Uni<ApplicationId> place(StopOrder ended, CaseId caseId, Decision decision) {
        ApplicationId id = ids.newApplicationId();
        RuleSet rules = ruleSets.current();
        return template(ended, caseId)
                .chain(template -> reissues.place(ended, again(ended, template, caseId, id, decision), rules))
                .invoke(refused -> refused.ifPresent(why -> {
                    throw refusal(why, caseId, rules);
                }))
                .replaceWith(id);
    }

    /** The order whose message is sent again: another case sends the one that names its own transfers, if it made any. */
    private Uni<StopOrder> template(StopOrder ended, CaseId caseId) {
        return caseId.equals(ended.caseId())
                ? Uni.createFrom().item(ended)
                : reissues.ownOrder(caseId, ended.account().key()).map(own -> own.orElse(ended));
    }

    private Reissues.Again again(
            StopOrder ended, StopOrder template, CaseId caseId, ApplicationId id, Decision decision) {
        Instant now = clock.instant();
        return new Reissues.Again(
                caseId,
                id,
                template.account(),
                template.dispatch().urgent(),
                institutions.instructionAgain(template, ended.applicationId(), caseId, id, decision.officer(), now),
                decision,
                now);
    }

    private static ServiceException refusal(Reissues.Refused why, CaseId caseId, RuleSet rules) {
        return switch (why) {
            case NO_CLAIM ->
                new ServiceException.InvalidInput(
                        "caseId", why.name(), "value: " + caseId + " (expected: a case with a claim on the account)");
            case CASE_CLOSED ->
                new ServiceException.Refusal(
                        why.name(), "case " + caseId + " is withdrawn (expected: a case that is not)");
            case ACCOUNT_ALREADY_STOPPED ->
                new ServiceException.Refusal(
                        why.name(), "the account has a live stop of ours (expected: an account without one)");
            case STOP_COUNT_EXCEEDED ->
                new ServiceException.Refusal(
                        why.name(),
                        "the account had its " + rules.stops().stopsPerAccount() + " stops (expected: fewer)");
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
