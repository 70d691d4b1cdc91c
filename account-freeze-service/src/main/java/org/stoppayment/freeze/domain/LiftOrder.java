package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * An order to lift a stop (100103).
 *
 * @param liftId made before it is sent and the same for every attempt
 * @param applicationId the stop
 * @param reason why, for the institution's books
 * @param reference of the person or paper behind it
 * @param requestedAt when it was made
 * @param state where it stands
 * @param failures number of times in a row that it brought no result
 * @param resultCode the last one, empty before the first
 */
public record LiftOrder(
        UUID liftId,
        UUID applicationId,
        String reason,
        String reference,
        Instant requestedAt,
        State state,
        int failures,
        String resultCode) {

    /** Where a lift stands. */
    public enum State {
        /** Waits to be sent. */
        QUEUED,
        /** On its way to the institution. */
        SENDING,
        /** The institution took it; its feedback is due. */
        ACCEPTED,
        /** Nobody knows: an inquiry is under way. */
        IN_DOUBT,
        /** The institution has lifted the stop. */
        DONE,
        /** The institution says no; the stop stands. */
        DECLINED
    }

    /** True when it may still change. */
    public boolean isOpen() {
        return state != State.DONE && state != State.DECLINED;
    }

    /** The lift in another state, with nothing gone wrong since. */
    public LiftOrder to(State next) {
        return new LiftOrder(liftId, applicationId, reason, reference, requestedAt, next, 0, resultCode);
    }

    /** The lift in another state after something went wrong. */
    public LiftOrder failedTo(State next) {
        return new LiftOrder(liftId, applicationId, reason, reference, requestedAt, next, failures + 1, resultCode);
    }

    /** The lift as the institution's answer leaves it. */
    public LiftOrder answered(Feedback feedback) {
        State next =
                switch (feedback.code().meaning()) {
                    case IN_EFFECT -> State.DONE;
                    case IN_DOUBT -> State.IN_DOUBT;
                    case NOT_SENT -> State.QUEUED;
                    case DECLINED, HELD_BY_OTHER, MANUAL -> State.DECLINED;
                };
        return new LiftOrder(
                liftId,
                applicationId,
                reason,
                reference,
                requestedAt,
                next,
                next == State.DONE || next == State.DECLINED ? 0 : failures + 1,
                feedback.code().value());
    }
}
