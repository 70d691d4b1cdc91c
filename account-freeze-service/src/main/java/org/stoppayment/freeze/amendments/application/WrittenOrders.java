package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.Institutions;
import org.stoppayment.freeze.orders.application.RecordOutcome;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.Ids;

/**
 * The written order of a stop that was made by telephone or fax (后补止付流程), for the institution's books. The answer changes no
 * state of the stop.
 */
@ApplicationScoped
class WrittenOrders {

    private final Amendments amendments;
    private final Institutions institutions;
    private final AmendmentDueTimes dueTimes;
    private final InstantSource clock;
    private final Ids ids;

    WrittenOrders(
            Amendments amendments,
            Institutions institutions,
            AmendmentDueTimes dueTimes,
            InstantSource clock,
            Ids ids) {
        this.amendments = amendments;
        this.institutions = institutions;
        this.dueTimes = dueTimes;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Records what was done, and sends a written order if the institution is connected. The written order is durable first and due a
     * lease later, so that a crash between the two does not lose it; if nothing was recorded by then, it is withdrawn.
     */
    Uni<RecordOutcome> following(StopOrder order, Decision decision, Uni<RecordOutcome> record) {
        return isConnected(order).chain(connected -> connected ? withWrittenOrder(order, decision, record) : record);
    }

    private Uni<RecordOutcome> withWrittenOrder(StopOrder order, Decision decision, Uni<RecordOutcome> record) {
        Instant now = clock.instant();
        StopAmendment written = StopAmendment.queued(
                ids.newApplicationId(), StopAmendment.Kind.WRITTEN_ORDER, order.applicationId(), decision, now);
        return amendments
                .insert(written, now.plus(dueTimes.lease()))
                .chain(inserted -> record.call(recorded -> recorded == RecordOutcome.CHANGED
                        ? amendments.update(inserted.state(), inserted, Optional.of(clock.instant()))
                        : Uni.createFrom().voidItem()));
    }

    /** An institution that is not connected gets the written order on paper. */
    private Uni<Boolean> isConnected(StopOrder order) {
        return institutions.routing().map(routing -> routing.to(order.account())
                .institutionCode()
                .filter(order.account().institutionCode()::equals)
                .isPresent());
    }
}
