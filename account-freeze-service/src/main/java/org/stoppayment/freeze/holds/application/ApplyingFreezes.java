package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.amendments.application.freezes.AwaitingFreeze;
import org.stoppayment.freeze.amendments.application.freezes.BookingFreezes;
import org.stoppayment.freeze.amendments.application.freezes.FreezeInEffect;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.holds.application.Freezes.DueBooking;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeBooking;
import org.stoppayment.freeze.orders.application.SendingConfig;
import org.stoppayment.freeze.shared.application.Sequence;
import org.stoppayment.freeze.shared.application.SingleFlight;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Applies what became of a freeze to the claim of its case and to the stop that it takes over, and alerts people where they must act. It
 * is done right after the freeze has changed; what a crash left behind is due in the row.
 */
@ApplicationScoped
public class ApplyingFreezes {

    private static final Logger LOG = Logger.getLogger(ApplyingFreezes.class);
    private static final int MAX_AT_ONCE = 50;

    private final Freezes freezes;
    private final OrdersInProgress ordering;
    private final BookingFreezes booking;
    private final AwaitingFreeze awaiting;
    private final AlertingFreezes alerting;
    private final SendingConfig config;
    private final InstantSource clock;

    private final Map<CaseId, List<ApplicationId>> waiting = new ConcurrentHashMap<>();
    private final SingleFlight<CaseId> steps = new SingleFlight<>(this::applyWaiting);

    ApplyingFreezes(
            Freezes freezes,
            OrdersInProgress ordering,
            BookingFreezes booking,
            AwaitingFreeze awaiting,
            AlertingFreezes alerting,
            SendingConfig config,
            InstantSource clock) {
        this.freezes = freezes;
        this.ordering = ordering;
        this.booking = booking;
        this.awaiting = awaiting;
        this.alerting = alerting;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Applies a freeze that has changed, if that is due. Freezes of a case are applied one after the other, and those that change meanwhile
     * together, once no other freeze of the case is being ordered: answers that are applied do not hinder what is still to be sent.
     */
    Uni<Void> applyChanged(Freeze freeze) {
        waiting.merge(freeze.caseId(), List.of(freeze.id()), (some, one) -> Stream.concat(some.stream(), one.stream())
                .toList());
        return steps.run(freeze.caseId());
    }

    private Uni<Void> applyWaiting(CaseId caseId) {
        return ordering.awaitNone(caseId).chain(() -> Optional.ofNullable(waiting.remove(caseId))
                .map(ids -> freezes.claimBookings(ids).chain(this::applyAll))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Applies what is due. */
    public Uni<Void> applyDue() {
        return freezes.claimBookings(clock.instant(), config.lease(), MAX_AT_ONCE)
                .chain(this::applyAll);
    }

    private Uni<Void> applyAll(List<DueBooking> due) {
        List<DueBooking> applied = new ArrayList<>();
        return Sequence.of(due, one -> logged(one, applied))
                .chain(() -> applied.isEmpty() ? Uni.createFrom().voidItem() : freezes.booked(applied))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the bookings of %d freezes stay due (%s)", applied.size(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    /** A failure leaves it due. */
    private Uni<Void> logged(DueBooking due, List<DueBooking> applied) {
        return apply(due.freeze())
                .chain(() -> alerting.alert(due.freeze()))
                .invoke(() -> applied.add(due))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "the booking of freeze %s stays due (%s)",
                        due.freeze().id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> apply(Freeze freeze) {
        FreezeBooking booked = FreezeBooking.of(freeze);
        return switch (booked.effect()) {
            case UNDECIDED -> await(freeze);
            case NONE -> decided(freeze);
            case HOLDS -> holds(freeze, booked);
            case LIFTED -> ended(freeze, booked, ClaimFreeze.End.LIFTED);
            case LAPSED -> ended(freeze, booked, ClaimFreeze.End.LAPSED);
            case RETURNED -> ended(freeze, booked, ClaimFreeze.End.RETURNED);
        };
    }

    private Uni<Void> holds(Freeze freeze, FreezeBooking booked) {
        return begun(freeze, booked)
                .chain(begun -> begun
                        ? Uni.createFrom().voidItem()
                        : booking.changed(
                                freeze.id(),
                                freeze.caseId(),
                                freeze.application().account().key(),
                                booked.sum().orElseThrow()));
    }

    /** False when that was booked before. */
    private Uni<Boolean> begun(Freeze freeze, FreezeBooking booked) {
        return booking.inEffect(new FreezeInEffect(
                freeze.id(),
                freeze.caseId(),
                freeze.application().account().key(),
                freeze.application().stop(),
                freeze.application().endsStop(),
                booked.beganAt().orElseThrow(),
                booked.sum().orElseThrow(),
                decision(freeze)));
    }

    /** That it took effect may not have been booked yet. */
    private Uni<Void> ended(Freeze freeze, FreezeBooking booked, ClaimFreeze.End end) {
        return begun(freeze, booked)
                .chain(() -> booking.ended(
                        freeze.id(),
                        freeze.caseId(),
                        freeze.application().account().key(),
                        booked.sum().orElseThrow(),
                        end));
    }

    private Uni<Void> await(Freeze freeze) {
        return freeze.application()
                .stop()
                .map(stop -> awaiting.await(stop, freeze.id()).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> decided(Freeze freeze) {
        return freeze.application()
                .stop()
                .map(stop -> awaiting.decided(stop, freeze.id()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Decision decision(Freeze freeze) {
        return new Decision(
                freeze.application().reason(),
                freeze.id().toString(),
                freeze.application().officer());
    }
}
