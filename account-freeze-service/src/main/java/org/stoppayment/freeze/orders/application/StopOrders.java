package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.PendingOutflows;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Port: durable stop orders. */
public interface StopOrders {

    /**
     * What a change wrote.
     *
     * @param changed true when the order was written
     * @param announced true when the event was written; false when the claim's books differ from what the change expected
     * @param dueCases cases that have something new to trace on the account
     */
    record Written(boolean changed, boolean announced, List<CaseId> dueCases) {}

    /**
     * Makes a placement and its event durable in one commit, once per event.
     *
     * @return {@link PlacementOutcome.Outdated} when a transfer that it corrects has changed since it was read
     */
    Uni<PlacementOutcome> place(Placement placement, Optional<OutboxEvent> event);

    /**
     * Makes a change durable, with its event. Fails with a refusal when it makes an order live and the account has another live stop
     * of ours.
     *
     * @return what was written: nothing when the order has changed since it was read, or when another statement has written a booking
     *     under the same serial meanwhile
     */
    Uni<Written> change(OrderChange change);

    /**
     * Makes a change durable that moves an order, with all that is known of its account, to another institution. Fails with a
     * refusal when the account there has a live stop of ours or had all its stops, or when the institution named until now may have
     * had an order for it.
     *
     * @param from the account as it was
     * @param rules of the order
     * @param rebooking makes the event of each claim that moves
     */
    Uni<Update> route(OrderChange change, AccountRef from, StopRules rules, Rebooking rebooking);

    /** Makes the event of a claim whose account turned out to be at another institution. */
    interface Rebooking {
        Optional<OutboxEvent> of(CaseId caseId, ClaimBooks books);
    }

    /** An order. */
    Uni<Optional<StopOrder>> find(ApplicationId applicationId);

    /** An order; fails with {@link ServiceException.NotFound} when there is none, {@link ServiceException.InvalidInput} for no id. */
    default Uni<StopOrder> named(String applicationId) {
        return find(ViewingOrders.applicationId(applicationId))
                .map(found -> found.orElseThrow(() -> new ServiceException.NotFound("applicationId", applicationId)));
    }

    /** All outflows of an order's account; those that this order told of may be pending. */
    Uni<List<PendingOutflows.Stored>> storedOutflows(StopOrder order);

    /** Number of stops that an account has had, extensions included where {@code rules} count them. */
    Uni<Long> countedStops(AccountRef.Key account, StopRules rules);

    /**
     * Claims due orders that wait for a call to their institution, to be sent or inquired about: for {@code lease} no other replica
     * gets them.
     *
     * @param capacity how many at which institution
     */
    Uni<List<StopOrder>> claimCalls(Instant now, Duration lease, CallCapacity capacity);

    /**
     * Claims due orders that wait for something else, and those whose doubt is too old: for {@code lease} no other replica gets them.
     *
     * @param full institutions that take no inquiries now; orders that need one there are left
     * @param doubtBefore orders in doubt whose first failure is older are too old
     */
    Uni<List<StopOrder>> claimDue(Instant now, Duration lease, int max, Set<String> full, Instant doubtBefore);

    /** Makes the orders due that wait for a call to that institution. */
    Uni<Void> makeDue(String institutionCode, Instant now);

    /** Transfers of earlier reports of a case. */
    Uni<List<Placement.StoredTransfer>> storedTransfers(CaseId caseId, List<TransferId> transferIds);
}
