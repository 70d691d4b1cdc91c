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
import org.stoppayment.kit.logging.WithoutMessages;

/** Sends messages about stops and inquires after them, as it is done with the stops themselves. */
@ApplicationScoped
public class SendingFollowUps {

    private static final Logger LOG = Logger.getLogger(SendingFollowUps.class);
    private static final int MOST_AT_ONCE = 50;
    private static final ResultCode EXTENSION_AFTER_EXPIRY = new ResultCode("1800");

    private final FollowUps followUps;
    private final StopOrders orders;
    private final Institutions institutions;
    private final RecordingFollowUps recording;
    private final DueTimes dueTimes;
    private final InstantSource clock;

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

    /** Takes all due messages one step further. */
    public Uni<Void> advance() {
        return followUps
                .claimDue(clock.instant(), dueTimes.lease(), MOST_AT_ONCE)
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndMerge(this::advanceOrLeave)
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> advanceOrLeave(FollowUp followUp) {
        return orders.find(followUp.applicationId())
                .map(Optional::orElseThrow)
                .chain(stop -> followUp.state() == State.QUEUED ? send(followUp, stop) : inquire(followUp, stop))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s %s stays due (%s)", followUp.kind(), followUp.id(), WithoutMessages.brief(failure)))
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
                .move(queued, Kind.SENT, endOfLease())
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
                : recording.move(silent, Kind.OVERDUE, endOfLease());
        return inDoubt.chain(doubted -> doubted.isEmpty()
                ? Uni.createFrom().voidItem()
                : institutions
                        .inquire(doubted.get(), stop)
                        .chain(answer -> recording.record(doubted.get(), stop, answer))
                        .chain(news ->
                                news ? Uni.createFrom().voidItem() : recording.inquiredInVain(doubted.get(), stop)));
    }

    private Optional<Instant> endOfLease() {
        return Optional.of(clock.instant().plus(dueTimes.lease()));
    }
}
