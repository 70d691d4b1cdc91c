package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.FollowUp;
import org.stoppayment.freeze.domain.FollowUp.State;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.domain.StopOrderEvent;
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
    private final ConcludingFollowUps concluding;
    private final RuleSets ruleSets;
    private final DueTimes dueTimes;
    private final InstantSource clock;

    SendingFollowUps(
            FollowUps followUps,
            StopOrders orders,
            Institutions institutions,
            ConcludingFollowUps concluding,
            RuleSets ruleSets,
            DueTimes dueTimes,
            InstantSource clock) {
        this.followUps = followUps;
        this.orders = orders;
        this.institutions = institutions;
        this.concluding = concluding;
        this.ruleSets = ruleSets;
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

    /** Takes a feedback that an institution called back with; empty when there is no such message to that institution. */
    Uni<Optional<Boolean>> take(String institutionCode, Feedback feedback) {
        return followUps
                .find(feedback.applicationId())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : stopOf(found.get())
                                .chain(stop -> stop.account().institutionCode().equals(institutionCode)
                                        ? conclude(found.get(), stop, new Answer.Said(feedback))
                                                .replaceWith(
                                                        Optional.of(found.get().isOpen()))
                                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Void> advanceOrLeave(FollowUp followUp) {
        return stopOf(followUp)
                .chain(stop -> advance(followUp, stop))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "%s %s stays due (%s)", followUp.kind(), followUp.id(), WithoutMessages.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> advance(FollowUp followUp, StopOrder stop) {
        if (followUp.state() != State.QUEUED) {
            return institutions.inquire(followUp, stop).chain(answer -> conclude(followUp, stop, answer));
        }
        if (followUp.kind() == FollowUp.Kind.EXTENSION && isOver(stop, clock.instant())) {
            return write(followUp.declined(EXTENSION_AFTER_EXPIRY), stop);
        }
        if (followUp.kind() == FollowUp.Kind.WRITTEN_ORDER
                && stop.state().stop().isEmpty()) {
            // What it is the paperwork of was never recorded.
            return followUps
                    .update(followUp.to(State.DECLINED), Optional.empty())
                    .replaceWithVoid();
        }
        FollowUp sending = followUp.to(State.SENDING);
        return followUps
                .update(sending, Optional.of(clock.instant().plus(dueTimes.lease())))
                .chain(open -> open
                        ? institutions.send(sending, stop).chain(answer -> conclude(sending, stop, answer))
                        : Uni.createFrom().voidItem());
    }

    private static boolean isOver(StopOrder order, Instant now) {
        return order.phase() != Phase.IN_EFFECT
                || order.state().stop().filter(stop -> stop.hasEnded(now)).isPresent();
    }

    private Uni<Void> conclude(FollowUp followUp, StopOrder stop, Answer answer) {
        if (!followUp.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        return write(
                answer.either(happened -> after(followUp, happened), feedback -> followUp.answered(feedback.code())),
                stop);
    }

    /** What it does to the stop first: should we die between the two, the message is due again and says the same. */
    private Uni<Void> write(FollowUp after, StopOrder stop) {
        Uni<Void> effect = after.isOpen() ? Uni.createFrom().voidItem() : concluding.conclude(after, stop);
        return effect.chain(() -> ruleSets.named(stop.ruleSet()))
                .chain(rules -> followUps.update(after, dueTimes.next(after, rules.doubt(), clock.instant())))
                .replaceWithVoid();
    }

    private static FollowUp after(FollowUp followUp, StopOrderEvent happened) {
        return switch (happened.kind()) {
            case TAKEN -> followUp.to(State.ACCEPTED);
            case NOT_KNOWN -> followUp.to(State.QUEUED);
            case NOT_SENT -> followUp.failedTo(followUp.state() == State.SENDING ? State.QUEUED : followUp.state());
            case NEEDS_PERSON -> followUp.to(State.DECLINED);
            default -> followUp.failedTo(State.IN_DOUBT);
        };
    }

    private Uni<StopOrder> stopOf(FollowUp followUp) {
        return orders.find(followUp.applicationId()).map(Optional::orElseThrow);
    }
}
