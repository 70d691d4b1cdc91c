package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.amendments.domain.StopRelease;
import org.stoppayment.freeze.orders.application.RecordingAnswers;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.orders.domain.StopOrderState;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Releases orders on the accounts of withdrawn cases, once no active claim is left on the account: a stop in effect is ordered to be
 * lifted, and an order that is not at its institution is declined here. An order that may be there is checked again until it is known
 * what became of it.
 */
@ApplicationScoped
public class ReleasingWithdrawnStops {

    private static final Logger LOG = Logger.getLogger(ReleasingWithdrawnStops.class);
    private static final int MAX_AT_ONCE = 50;
    /** How often an order that may be at its institution is checked. */
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    /** A stop that was made before its order was declined here has ended by then. */
    private static final Duration LONGEST_STOP = Duration.ofHours(50);

    private final StopReleases releases;
    private final StopOrders orders;
    private final RecordingAnswers recording;
    private final SendingAmendments sending;
    private final InstantSource clock;
    private final Ids ids;

    ReleasingWithdrawnStops(
            StopReleases releases,
            StopOrders orders,
            RecordingAnswers recording,
            SendingAmendments sending,
            InstantSource clock,
            Ids ids) {
        this.releases = releases;
        this.orders = orders;
        this.recording = recording;
        this.sending = sending;
        this.clock = clock;
        this.ids = ids;
    }

    /** Takes one step with all due releases. One that fails is due again. */
    public Uni<Void> release() {
        return releases.claimDue(clock.instant(), CHECK_INTERVAL, MAX_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndConcatenate(this::logged)
                .collect()
                .last()
                .chain(() ->
                        due.size() == MAX_AT_ONCE ? release() : Uni.createFrom().voidItem()));
    }

    private Uni<Void> logged(StopRelease release) {
        return orders.find(release.applicationId())
                .map(Optional::orElseThrow)
                .chain(order -> step(release, order))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "The release of order %s stays due (%s)",
                        release.applicationId(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> step(StopRelease release, StopOrder order) {
        return switch (order.phase()) {
            case IN_EFFECT -> lift(release, order);
            case QUEUED, MANUAL ->
                isInDoubt(order.state())
                        ? Uni.createFrom().voidItem()
                        : releases.isClaimed(order.applicationId())
                                .chain(claimed -> claimed ? releases.end(release) : decline(release, order));
            case SENDING, ACCEPTED, IN_DOUBT -> Uni.createFrom().voidItem();
            case DECLINED, HELD_BY_OTHER ->
                mayStillBeStopped(order) ? Uni.createFrom().voidItem() : releases.end(release);
            case FROZEN, LAPSED, LIFTED -> releases.end(release);
        };
    }

    /** True for a MANUAL order whose inquiries go on: they tell whether there is a stop to lift. */
    private static boolean isInDoubt(StopOrderState state) {
        return state instanceof StopOrderState.Manual manual
                && manual.reason().equals(StopOrderEvent.Kind.BUDGET_SPENT.name());
    }

    private Uni<Void> lift(StopRelease release, StopOrder stop) {
        Instant leaseEnd = sending.endOfLease();
        StopAmendment lift = StopAmendment.queued(
                ids.newApplicationId(),
                StopAmendment.Kind.LIFT,
                stop.applicationId(),
                release.decision(),
                clock.instant());
        return releases.lift(release, lift, leaseEnd)
                .invoke(kept -> kept.ifPresent(durable -> sending.sendIfNew(lift, durable, stop, leaseEnd)))
                .replaceWithVoid();
    }

    /** An order that is being sent at this moment is left alone: its version has changed. */
    private Uni<Void> decline(StopRelease release, StopOrder order) {
        return recording
                .dismiss(order.decidedBy(release.decision()), StopOrderEvent.Dismissed.caseWithdrawn())
                .chain(declined -> declined.isEmpty() || mayStillBeStopped(order)
                        ? Uni.createFrom().voidItem()
                        : releases.end(release));
    }

    /** An order that was at its institution may have been carried out: a late answer still counts, and is lifted. */
    private boolean mayStillBeStopped(StopOrder order) {
        return order.mayHaveBeenSent()
                && order.phase() != Phase.QUEUED
                && clock.instant().isBefore(order.placedAt().plus(LONGEST_STOP));
    }
}
