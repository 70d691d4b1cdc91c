package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.StopOrderEvent;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.application.InFlightTracker;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Advances due orders: sends queued ones, inquires about orders in doubt and about bookings to come, and ends stops whose term is
 * over. Does not wait for institutions: a slow one delays no other order. Any number of replicas may run it at once; what a dead
 * one left behind becomes due again.
 */
@ApplicationScoped
public class AdvancingDueOrders {

    private static final Logger LOG = Logger.getLogger(AdvancingDueOrders.class);
    private static final int MAX_AT_ONCE = 200;

    private final StopOrders orders;
    private final PacedInstitutions institutions;
    private final SendingOrders sending;
    private final InquiringForBookings asking;
    private final RecordingAnswers recording;
    private final RuleSets ruleSets;
    private final SendingConfig config;
    private final InstantSource clock;
    private final InFlightTracker calls = new InFlightTracker();

    AdvancingDueOrders(
            StopOrders orders,
            PacedInstitutions institutions,
            SendingOrders sending,
            InquiringForBookings asking,
            RecordingAnswers recording,
            RuleSets ruleSets,
            SendingConfig config,
            InstantSource clock) {
        this.orders = orders;
        this.institutions = institutions;
        this.sending = sending;
        this.asking = asking;
        this.recording = recording;
        this.ruleSets = ruleSets;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Advances due orders by one step: of those that wait for their institution, as many as there is capacity for, and all others. Ends
     * when each step is done, except calls to institutions, which go on in the background.
     */
    public Uni<Void> advance() {
        Instant now = clock.instant();
        return orders.claimCalls(now, config.lease(), institutions.capacity(calls.byInstitution(), now))
                .chain(due -> advanceAll(due, now))
                .chain(this::advanceOthers);
    }

    private Uni<Void> advanceOthers() {
        Instant now = clock.instant();
        Instant doubtBefore = now.minus(ruleSets.current().doubt().budget());
        Set<String> full = institutions.capacity(calls.byInstitution(), now).full();
        return orders.claimDue(now, config.lease(), MAX_AT_ONCE, full, doubtBefore)
                .chain(due -> advanceAll(due, now)
                        .chain(() -> due.size() == MAX_AT_ONCE
                                ? advanceOthers()
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> advanceAll(List<StopOrder> due, Instant claimedAt) {
        return due.isEmpty()
                ? Uni.createFrom().voidItem()
                : Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUni(order -> logFailure(order, advance(order, claimedAt.plus(config.lease()))))
                        .merge(MAX_AT_ONCE)
                        .collect()
                        .last();
    }

    /** Number of calls to institutions in flight in this process. */
    public int inFlight() {
        return calls.size();
    }

    private static Uni<Void> logFailure(StopOrder order, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure ->
                        LOG.warnf("Order %s stays due (%s)", order.applicationId(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> advance(StopOrder order, Instant leaseEnd) {
        return ruleSets.named(order.ruleSet()).chain(rules -> advance(order, rules.doubt(), clock.instant(), leaseEnd));
    }

    private Uni<Void> advance(StopOrder order, DoubtRules rules, Instant now, Instant leaseEnd) {
        return switch (order.phase()) {
            case QUEUED -> start(sending.sendQueuedAndRecord(order), order, now, leaseEnd);
            case SENDING, ACCEPTED ->
                recording.move(order, new StopOrderEvent.Overdue(), now).replaceWithVoid();
            case IN_DOUBT ->
                rules.isBudgetSpent(order.progress().firstFailureAt(), now)
                        ? recording
                                .move(order, new StopOrderEvent.BudgetSpent(), now)
                                .replaceWithVoid()
                        : start(inquiry(order), order, now, leaseEnd);
            case MANUAL -> start(inquiry(order), order, now, leaseEnd);
            case IN_EFFECT ->
                order.isLapsedAt(now)
                        ? recording
                                .move(order, new StopOrderEvent.TermEnded(), now)
                                .replaceWithVoid()
                        : start(asking.ask(order), order, now, leaseEnd);
            case FROZEN, LAPSED, LIFTED -> start(asking.ask(order), order, now, leaseEnd);
            case DECLINED, HELD_BY_OTHER -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> start(Uni<Void> call, StopOrder order, Instant now, Instant leaseEnd) {
        calls.start(order.account().institutionCode(), order.applicationId(), now, leaseEnd, logFailure(order, call));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> inquiry(StopOrder order) {
        return institutions
                .inquire(order)
                .chain(answer -> recording.record(order, answer))
                .chain(recorded -> switch (recorded) {
                    case CHANGED -> Uni.createFrom().voidItem();
                    case NOTHING_NEW -> recording.recordEmptyInquiry(order, clock.instant());
                });
    }
}
