package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.FollowUp;
import org.stoppayment.freeze.domain.FollowUp.State;
import org.stoppayment.freeze.domain.FollowUpEvent;
import org.stoppayment.freeze.domain.FollowUpEvent.Kind;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.Stop;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Sends messages about stops and inquires after them, as it is done with the stops themselves. An officer's goes out as soon
 * as it is durable; no institution is waited for.
 */
@ApplicationScoped
public class SendingFollowUps {

    private static final Logger LOG = Logger.getLogger(SendingFollowUps.class);
    private static final int MAX_AT_ONCE = 50;
    private static final int MAX_OF_ONE = 50;
    private static final ResultCode EXTENSION_AFTER_EXPIRY = new ResultCode("1800");

    private final FollowUps followUps;
    private final StopOrders orders;
    private final Institutions institutions;
    private final RecordingFollowUps recording;
    private final DueTimes dueTimes;
    private final InstantSource clock;
    private final UnderWay messages = new UnderWay(MAX_OF_ONE);

    SendingFollowUps(
            FollowUps followUps,
            StopOrders orders,
            Institutions institutions,
            RecordingFollowUps recording,
            DueTimes dueTimes,
            InstantSource clock) {
        this.followUps = followUps;
        this.orders = orders;
        this.institutions = institutions;
        this.recording = recording;
        this.dueTimes = dueTimes;
        this.clock = clock;
    }

    /**
     * Makes an officer's message about a stop durable, and sends it at once. For a lease it is nobody else's; should
     * we die in it, a look takes what was left.
     *
     * @return once it is durable, the message of that kind that was never declined: this one, or an earlier one
     */
    Uni<FollowUp> order(FollowUp queued, StopOrder stop) {
        Instant leaseEnd = endOfLease();
        return followUps.insert(queued, leaseEnd).invoke(kept -> {
            if (kept.id().equals(queued.id())) {
                start(kept, stop, leaseEnd);
            }
        });
    }

    /** Takes all due messages one step further; ends when each step is under way. */
    public Uni<Void> advance() {
        Instant leaseEnd = endOfLease();
        return followUps
                .claimDue(clock.instant(), dueTimes.lease(), MAX_AT_ONCE, messages.full())
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndMerge(followUp -> advance(followUp, leaseEnd))
                        .collect()
                        .last()
                        .chain(() -> due.size() == MAX_AT_ONCE
                                ? advance()
                                : Uni.createFrom().voidItem()));
    }

    /** Number of messages that are being sent or inquired after here. */
    public int underWay() {
        return messages.size();
    }

    private Uni<Void> advance(FollowUp followUp, Instant leaseEnd) {
        return orLeave(
                followUp,
                orders.find(followUp.applicationId())
                        .map(Optional::orElseThrow)
                        .invoke(stop -> start(followUp, stop, leaseEnd))
                        .replaceWithVoid());
    }

    private void start(FollowUp followUp, StopOrder stop, Instant leaseEnd) {
        Uni<Void> step = Uni.createFrom()
                .deferred(() -> followUp.state() == State.QUEUED ? send(followUp, stop) : inquire(followUp, stop));
        messages.start(
                stop.account().institutionCode(), followUp.id(), clock.instant(), leaseEnd, orLeave(followUp, step));
    }

    private static Uni<Void> orLeave(FollowUp followUp, Uni<Void> step) {
        return step.onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s %s stays due (%s)", followUp.kind(), followUp.id(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> send(FollowUp queued, StopOrder stop) {
        if (isPointless(queued, stop)) {
            return recording.move(queued, Kind.WITHDRAWN, Optional.empty()).replaceWithVoid();
        }
        if (queued.kind() == FollowUp.Kind.EXTENSION && !stop.standsAt(clock.instant())) {
            return recording
                    .record(queued, stop, FollowUpEvent.of(Kind.DECLINED, EXTENSION_AFTER_EXPIRY))
                    .replaceWithVoid();
        }
        return recording
                .move(queued, Kind.SENT, Optional.of(endOfLease()))
                .chain(sending -> sending.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : institutions
                                .send(sending.get(), stop)
                                .chain(answer -> recording.record(sending.get(), stop, answer))
                                .replaceWithVoid());
    }

    /** True when what it asks for was done by another message, or what it is the paperwork of was never recorded. */
    private static boolean isPointless(FollowUp queued, StopOrder stop) {
        return switch (queued.kind()) {
            case LIFT -> stop.phase() == Phase.LIFTED;
            case EXTENSION -> stop.state().stop().filter(Stop::extended).isPresent();
            case WRITTEN_ORDER -> stop.state().stop().isEmpty();
        };
    }

    /** A message that should have had its result by now is in doubt first: only what is in doubt is inquired after. */
    private Uni<Void> inquire(FollowUp silent, StopOrder stop) {
        Uni<Optional<FollowUp>> inDoubt = silent.state() == State.IN_DOUBT
                ? Uni.createFrom().item(Optional.of(silent))
                : recording.move(silent, Kind.OVERDUE, Optional.of(endOfLease()));
        return inDoubt.chain(doubted -> doubted.isEmpty()
                ? Uni.createFrom().voidItem()
                : institutions
                        .inquire(doubted.get(), stop)
                        .chain(answer -> recording.record(doubted.get(), stop, answer))
                        .chain(news ->
                                news ? Uni.createFrom().voidItem() : recording.inquiredInVain(doubted.get(), stop)));
    }

    private Instant endOfLease() {
        return clock.instant().plus(dueTimes.lease());
    }
}
