package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.application.FundsEvents;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.books.domain.FundsMovement.Cause;
import org.stoppayment.freeze.books.domain.FundsMovement.Position;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Route;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.AccountNumber;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Lets a person say which institution a MANUAL order goes to. */
@ApplicationScoped
public class RoutingManualOrders {

    private final ManualOrders manualOrders;
    private final StopOrders orders;
    private final Institutions institutions;
    private final FundsEvents events;
    private final ViewingOrders viewing;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final InstantSource clock;

    RoutingManualOrders(
            ManualOrders manualOrders,
            StopOrders orders,
            Institutions institutions,
            FundsEvents events,
            ViewingOrders viewing,
            RuleSets ruleSets,
            OrderDueTimes dueTimes,
            InstantSource clock) {
        this.manualOrders = manualOrders;
        this.orders = orders;
        this.institutions = institutions;
        this.events = events;
        this.viewing = viewing;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * Sends a MANUAL order to the institution that a person names. This may be another institution only if the first one never had the
     * order: otherwise an unknown stop could be in force there.
     */
    public Uni<OrderView> route(String applicationId, String institutionCode, Decision decision) {
        OfficerInput.requireReferenceAndOperator(decision);
        return manualOrders
                .find(applicationId)
                .chain(order -> institutions
                        .routing()
                        .chain(routing -> {
                            requireConnected(routing, order.account(), institutionCode);
                            requireNeverSentElsewhere(order, institutionCode);
                            return ruleSets.named(order.ruleSet());
                        })
                        .chain(rules -> {
                            OrderChange change = rerouting(order, rules, institutionCode, decision);
                            return orders.route(
                                    change,
                                    order.account(),
                                    rules.stops(),
                                    (caseId, books) -> rebooked(
                                            caseId,
                                            order.account(),
                                            change.after().account(),
                                            books));
                        }))
                .invoke(ManualOrders::requireUnchanged)
                .chain(done -> viewing.order(applicationId));
    }

    /** Moves what was booked into the account as named to the account where it is. */
    private Optional<OutboxEvent> rebooked(CaseId caseId, AccountRef from, AccountRef to, ClaimBooks books) {
        List<FundsMovement> movements = new ArrayList<>();
        rebook(movements, from, to, Cause.CORRECTED, Position.REPORTED, books.reported());
        rebook(movements, from, to, Cause.TRACED, Position.ONWARD, books.received());
        return events.fundsMoved(caseId, clock.instant(), movements);
    }

    private static void rebook(
            List<FundsMovement> movements, AccountRef from, AccountRef to, Cause cause, Position source, Money sum) {
        if (!sum.isZero()) {
            movements.add(new FundsMovement(from, Optional.empty(), cause, Position.UNKNOWN, source, sum));
            movements.add(new FundsMovement(to, Optional.empty(), cause, source, Position.UNKNOWN, sum));
        }
    }

    private OrderChange rerouting(StopOrder order, RuleSet rules, String institutionCode, Decision decision) {
        StopOrder after = order.routedTo(institutionCode)
                .resolvedBy(decision)
                .after(new StopOrderEvent.Routed(institutionCode, decision.reference()), clock.instant())
                .orElseThrow();
        return new OrderChange(
                order.phase(),
                false,
                after,
                clock.instant(),
                Optional.of("ROUTED " + institutionCode),
                dueTimes.next(after, rules.doubt(), clock.instant()),
                Optional.empty(),
                Optional.empty(),
                BookingsUpdate.NONE,
                Optional.empty());
    }

    private static void requireConnected(Routing routing, AccountRef account, String institutionCode) {
        Route route = routing.to(account.at(institutionCode));
        if (route.reason().equals(Route.UNUSABLE_NUMBER)) {
            throw new ServiceException.Refusal(
                    route.reason(),
                    "account number: " + Masking.mask(account.number()) + " (expected: " + AccountNumber.FORM_IN_WORDS
                            + "); correct the report, or record what the institution says");
        }
        if (route.institutionCode().isEmpty() || institutionCode.isEmpty()) {
            throw new ServiceException.InvalidInput(
                    "institutionCode",
                    "NOT_CONNECTED",
                    "value: " + institutionCode.length()
                            + " characters (expected: the code of an institution in the registry)");
        }
    }

    private static void requireNeverSentElsewhere(StopOrder order, String institutionCode) {
        String present = order.account().institutionCode();
        if (order.mayHaveBeenSent() && !institutionCode.equals(present)) {
            throw new ServiceException.Refusal(
                    "MAY_HAVE_BEEN_SENT",
                    "order " + order.applicationId() + " was sent to " + present
                            + " (expected: an order that was never sent, for another institution);"
                            + " record what " + present + " says, or correct the report: that makes a new order");
        }
    }
}
