package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.orders.application.ClaimChangeListener;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.application.ViewingOrders;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/**
 * Ends the claims of cases on stopped accounts. The stop is ordered to be lifted (及时解冻) when no active claim is left; it is LIFTED only
 * when the institution confirms that.
 */
@ApplicationScoped
public class LiftingStops {

    private final ClaimEnds claimEnds;
    private final SendingAmendments sending;
    private final StopOrders orders;
    private final ClaimChangeListener listener;
    private final InstantSource clock;
    private final Ids ids;

    LiftingStops(
            ClaimEnds claimEnds,
            SendingAmendments sending,
            StopOrders orders,
            ClaimChangeListener listener,
            InstantSource clock,
            Ids ids) {
        this.claimEnds = claimEnds;
        this.sending = sending;
        this.orders = orders;
        this.listener = listener;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Ends a case's claim on a stopped account. If no other claim is active, orders the stop to be lifted and sends that at once. A
     * repeated call has the same result.
     *
     * @param caseId of the case; empty for the one that placed the order
     * @return the lift; empty while other claims are active
     */
    public Uni<Optional<StopAmendment>> lift(String applicationId, String caseId, Decision decision) {
        OfficerInput.require(decision);
        return orders.named(applicationId).chain(stop -> {
            CaseId claimant = caseId.isEmpty() ? stop.caseId() : ViewingOrders.caseId(caseId);
            return end(stop, claimant, decision);
        });
    }

    private Uni<Optional<StopAmendment>> end(StopOrder stop, CaseId caseId, Decision decision) {
        Instant leaseEnd = sending.endOfLease();
        ClaimEnd end = new ClaimEnd(
                clock.instant(), ClaimEnd.Cause.LIFTED, decision.reason(), decision.reference(), decision.officer());
        StopAmendment lift = StopAmendment.queued(
                ids.newApplicationId(), StopAmendment.Kind.LIFT, stop.applicationId(), decision, end.at());
        return claimEnds.end(caseId, end, lift, leaseEnd).invoke(kept -> {
            listener.claimsChanged(List.of(caseId));
            kept.ifPresent(durable -> sending.sendIfNew(lift, durable, stop, leaseEnd));
        });
    }
}
