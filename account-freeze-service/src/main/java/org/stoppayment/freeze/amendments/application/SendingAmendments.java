package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent;
import org.stoppayment.freeze.amendments.domain.AmendmentEvent.Kind;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.application.InFlightTracker;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Sends amendments and inquires about them, as is done with stop orders. An officer's amendment is sent as soon as it is durable.
 * Does not wait for institutions.
 */
@ApplicationScoped
public class SendingAmendments {

    private static final Logger LOG = Logger.getLogger(SendingAmendments.class);
    private static final int MAX_AT_ONCE = 50;
    private static final int MAX_IN_FLIGHT_PER_INSTITUTION = 50;
    private static final ResultCode EXTENSION_AFTER_EXPIRY = new ResultCode("1800");

    private final Amendments amendments;
    private final StopOrders orders;
    private final AmendmentGateway gateway;
    private final RecordingAmendments recording;
    private final AmendmentDueTimes dueTimes;
    private final InstantSource clock;
    private final InFlightTracker messages = new InFlightTracker();

    public SendingAmendments(
            Amendments amendments,
            StopOrders orders,
            AmendmentGateway gateway,
            RecordingAmendments recording,
            AmendmentDueTimes dueTimes,
            InstantSource clock) {
        this.amendments = amendments;
        this.orders = orders;
        this.gateway = gateway;
        this.recording = recording;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * Makes an officer's amendment durable and sends it at once. Until its lease ends, no other replica gets it; after a crash it is
     * due again.
     *
     * @return once it is durable, the amendment of that kind that was never declined: this one, or an earlier one
     */
    public Uni<StopAmendment> order(StopAmendment queued, StopOrder stop) {
        Instant leaseEnd = endOfLease();
        return amendments.insert(queued, leaseEnd).invoke(kept -> sendIfNew(queued, kept, stop, leaseEnd));
    }

    /**
     * Sends an amendment that has just become durable.
     *
     * @param kept what is durable: {@code queued}, or an earlier amendment of that kind
     * @param leaseEnd when it is due
     */
    void sendIfNew(StopAmendment queued, StopAmendment kept, StopOrder stop, Instant leaseEnd) {
        if (kept.id().equals(queued.id())) {
            start(kept, stop, leaseEnd);
        }
    }

    /** Advances all due amendments by one step; ends when each step has begun. */
    public Uni<Void> advance() {
        Instant leaseEnd = endOfLease();
        return amendments
                .claimDue(clock.instant(), dueTimes.lease(), MAX_AT_ONCE, messages.full(MAX_IN_FLIGHT_PER_INSTITUTION))
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndMerge(amendment -> advance(amendment, leaseEnd))
                        .collect()
                        .last()
                        .chain(() -> due.size() == MAX_AT_ONCE
                                ? advance()
                                : Uni.createFrom().voidItem()));
    }

    /** Number of messages in flight in this process. */
    public int inFlight() {
        return messages.size();
    }

    private Uni<Void> advance(StopAmendment amendment, Instant leaseEnd) {
        return logged(
                amendment,
                orders.find(amendment.applicationId())
                        .map(Optional::orElseThrow)
                        .invoke(stop -> start(amendment, stop, leaseEnd))
                        .replaceWithVoid());
    }

    private void start(StopAmendment amendment, StopOrder stop, Instant leaseEnd) {
        Uni<Void> step = Uni.createFrom()
                .deferred(() ->
                        amendment.state() == AmendmentState.QUEUED ? send(amendment, stop) : inquire(amendment, stop));
        messages.start(
                stop.account().institutionCode(), amendment.id(), clock.instant(), leaseEnd, logged(amendment, step));
    }

    private static Uni<Void> logged(StopAmendment amendment, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s %s stays due (%s)", amendment.kind(), amendment.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(StopAmendment queued, StopOrder stop) {
        if (isObsolete(queued, stop)) {
            return recording.move(queued, Kind.WITHDRAWN, Optional.empty()).replaceWithVoid();
        }
        if (queued.kind() == StopAmendment.Kind.EXTENSION && !stop.isInForceAt(clock.instant())) {
            return recording
                    .record(queued, stop, AmendmentEvent.of(Kind.DECLINED, EXTENSION_AFTER_EXPIRY))
                    .replaceWithVoid();
        }
        return recording
                .move(queued, Kind.SENT, Optional.of(endOfLease()))
                .chain(sending -> sending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : gateway.send(sending.get(), stop)
                                .chain(answer -> recording.record(sending.get(), stop, answer))
                                .replaceWithVoid());
    }

    /**
     * True when another amendment has done it already, when a freeze has taken the stop over, or when it documents a stop that was never
     * recorded.
     */
    private static boolean isObsolete(StopAmendment queued, StopOrder stop) {
        return switch (queued.kind()) {
            case LIFT -> stop.phase() == Phase.LIFTED || stop.phase() == Phase.FROZEN;
            case EXTENSION ->
                stop.phase() == Phase.FROZEN
                        || stop.state().stop().filter(Stop::extended).isPresent();
            case WRITTEN_ORDER -> stop.state().stop().isEmpty();
        };
    }

    /** An overdue amendment comes into doubt first: only amendments in doubt are inquired about. */
    private Uni<Void> inquire(StopAmendment unanswered, StopOrder stop) {
        Uni<Optional<StopAmendment>> inDoubt = unanswered.state() == AmendmentState.IN_DOUBT
                ? Uni.createFrom().item(Optional.of(unanswered))
                : recording.move(unanswered, Kind.OVERDUE, Optional.of(endOfLease()));
        return inDoubt.chain(doubted -> doubted.isEmpty()
                ? Uni.createFrom().voidItem()
                : gateway.inquire(doubted.get(), stop)
                        .chain(answer -> recording.record(doubted.get(), stop, answer))
                        .chain(recorded -> switch (recorded) {
                            case CHANGED -> Uni.createFrom().voidItem();
                            case NOTHING_NEW -> recording.recordEmptyInquiry(doubted.get(), stop);
                        }));
    }

    /** When an amendment that becomes durable now is due, unless this process has sent it by then. */
    Instant endOfLease() {
        return clock.instant().plus(dueTimes.lease());
    }
}
