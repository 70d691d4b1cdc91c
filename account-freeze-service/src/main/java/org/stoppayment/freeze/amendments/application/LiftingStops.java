package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.shared.application.OfficerInput;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;

/** Orders stops to be lifted (及时解冻). A stop is LIFTED only when the institution confirms it. */
@ApplicationScoped
public class LiftingStops {

    private final SendingAmendments sending;
    private final StopOrders orders;
    private final InstantSource clock;
    private final Ids ids;

    LiftingStops(SendingAmendments sending, StopOrders orders, InstantSource clock, Ids ids) {
        this.sending = sending;
        this.orders = orders;
        this.clock = clock;
        this.ids = ids;
    }

    /** Orders a stop to be lifted and sends that at once; a repeated call meanwhile returns the same lift. */
    public Uni<StopAmendment> lift(String applicationId, String reason, String reference) {
        OfficerInput.requireReasonAndReference(reason, reference);
        return orders.named(applicationId).chain(stop -> {
            if (stop.phase() != Phase.IN_EFFECT) {
                throw new ServiceException.Refusal(
                        "NOT_IN_EFFECT", "order " + applicationId + " is " + stop.phase() + " (expected: IN_EFFECT)");
            }
            Instant now = clock.instant();
            return sending.order(
                    StopAmendment.queued(
                            ids.newApplicationId(),
                            StopAmendment.Kind.LIFT,
                            stop.applicationId(),
                            reason,
                            reference,
                            now),
                    stop);
        });
    }
}
