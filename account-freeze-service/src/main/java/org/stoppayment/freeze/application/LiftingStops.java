package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.domain.Feedback;
import org.stoppayment.freeze.domain.LiftOrder;
import org.stoppayment.freeze.domain.LiftOrder.State;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.domain.StopOrderEvent;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;

/**
 * Lifts stops (及时解冻). A lift is an order of its own, sent and inquired after like a stop; only the institution's word makes
 * the stop LIFTED.
 */
@ApplicationScoped
public class LiftingStops {

    private static final Logger LOG = Logger.getLogger(LiftingStops.class);
    private static final int MOST_AT_ONCE = 50;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_REFERENCE = 100;

    private final Lifts lifts;
    private final StopOrders orders;
    private final Institutions institutions;
    private final RecordingAnswers recording;
    private final FreezeConfig config;
    private final InstantSource clock;
    private final Ids ids;

    LiftingStops(
            Lifts lifts,
            StopOrders orders,
            Institutions institutions,
            RecordingAnswers recording,
            FreezeConfig config,
            InstantSource clock,
            Ids ids) {
        this.lifts = lifts;
        this.orders = orders;
        this.institutions = institutions;
        this.recording = recording;
        this.config = config;
        this.clock = clock;
        this.ids = ids;
    }

    /** Orders a stop to be lifted; asked again while that is under way, it is the same lift. */
    public Uni<LiftOrder> lift(String applicationId, String reason, String reference) {
        requireLength("reason", reason, LONGEST_REASON);
        requireLength("reference", reference, LONGEST_REFERENCE);
        return orders.find(ViewingOrders.id("applicationId", applicationId)).chain(found -> {
            StopOrder stop = found.orElseThrow(() -> new ServiceException.NotFound("applicationId", applicationId));
            if (stop.phase() != Phase.IN_EFFECT) {
                throw new ServiceException.Refusal(
                        "NOT_IN_EFFECT", "order " + applicationId + " is " + stop.phase() + " (expected: IN_EFFECT)");
            }
            Instant now = clock.instant();
            return lifts.insert(
                    new LiftOrder(ids.next(), stop.applicationId(), reason, reference, now, State.QUEUED, 0, ""), now);
        });
    }

    /** Takes all due lifts one step further. */
    public Uni<Void> advance() {
        return lifts.claimDue(clock.instant(), config.lease(), MOST_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUniAndMerge(this::advanceOrLeave)
                .collect()
                .last()
                .replaceWithVoid());
    }

    /** Takes a feedback that an institution called back with; empty when there is no such lift at that institution. */
    Uni<Optional<Boolean>> take(String institutionCode, Feedback feedback) {
        return lifts.find(feedback.applicationId())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : stopOf(found.get())
                                .chain(stop -> stop.account().institutionCode().equals(institutionCode)
                                        ? conclude(found.get(), stop, new Answer.Said(feedback))
                                                .replaceWith(
                                                        Optional.of(found.get().isOpen()))
                                        : Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Void> advanceOrLeave(LiftOrder lift) {
        return stopOf(lift)
                .chain(stop -> advance(lift, stop))
                .onFailure()
                .invoke(failure -> LOG.warnf("Lift %s stays due (%s)", lift.liftId(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> advance(LiftOrder lift, StopOrder stop) {
        if (lift.state() == State.QUEUED) {
            LiftOrder sending = lift.to(State.SENDING);
            return lifts.update(sending, Optional.of(clock.instant().plus(config.lease())))
                    .chain(() -> institutions.lift(sending, stop))
                    .chain(answer -> conclude(sending, stop, answer));
        }
        return institutions.inquire(lift, stop).chain(answer -> conclude(lift, stop, answer));
    }

    /** The stop first: should we die between the two, the lift is due again and the stop is found LIFTED. */
    private Uni<Void> conclude(LiftOrder lift, StopOrder stop, Answer answer) {
        if (!lift.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        LiftOrder after = answer.whatWasSaid()
                .map(lift::answered)
                .orElseGet(() -> after(lift, ((Answer.Happened) answer).event()));
        Uni<Void> stopFirst = after.state() == State.DONE
                ? recording
                        .record(stop, new Answer.Happened(new StopOrderEvent.Lifted(lift.reference())))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
        return stopFirst.chain(() -> lifts.update(after, dueAt(after)));
    }

    private static LiftOrder after(LiftOrder lift, StopOrderEvent happened) {
        return switch (happened.kind()) {
            case TAKEN -> lift.to(State.ACCEPTED);
            case NOT_KNOWN -> lift.to(State.QUEUED);
            case NOT_SENT -> lift.failedTo(lift.state() == State.SENDING ? State.QUEUED : lift.state());
            case NEEDS_PERSON -> lift.to(State.DECLINED);
            default -> lift.failedTo(State.IN_DOUBT);
        };
    }

    private Optional<Instant> dueAt(LiftOrder lift) {
        if (!lift.isOpen()) {
            return Optional.empty();
        }
        Duration pause = lift.state() == State.ACCEPTED
                ? config.feedbackPatience()
                : config.firstInquiry().multipliedBy(1L << Math.min(lift.failures(), 5));
        Duration slowest = config.slowestInquiry();
        return Optional.of(clock.instant()
                .plus(
                        lift.failures() == 0 && lift.state() == State.QUEUED
                                ? Duration.ZERO
                                : pause.compareTo(slowest) < 0 ? pause : slowest));
    }

    private Uni<StopOrder> stopOf(LiftOrder lift) {
        return orders.find(lift.applicationId()).map(Optional::orElseThrow);
    }

    private static void requireLength(String field, String value, int most) {
        if (value.isBlank() || value.length() > most) {
            throw new ServiceException.InvalidInput(
                    field, "LENGTH", "value: " + value.length() + " characters (expected: 1.." + most + ")");
        }
    }
}
