package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.util.Optional;
import org.stoppayment.simulator.Fault;
import org.stoppayment.simulator.FaultKind;
import org.stoppayment.simulator.MagicAccount;
import org.stoppayment.simulator.Mode;

/**
 * How an institution treats one arrival of an order: made from its mode, its fault and the account.
 *
 * @param books whether the order takes effect
 * @param answer what the gateway gets
 * @param delay how much later than usual
 * @param callbacks how the feedback is called back, none when it is in the answer
 * @param fault what is wrong with what the order comes to: a stop moment an hour ahead, bookings told in part
 */
record Conduct(boolean books, Answer answer, Duration delay, Optional<Callbacks> callbacks, FaultKind fault) {

    /** What the gateway gets. */
    enum Answer {
        FEEDBACK,
        ANOTHERS_FEEDBACK,
        DRIBBLED_FEEDBACK,
        ACCEPTED,
        ACCEPTED_AFTER_CALLBACK,
        GARBAGE,
        ERROR,
        RESET,
        NOTHING
    }

    /** How often the feedback is called back, how long after the order, and whether wrongly signed. */
    record Callbacks(int times, Duration after, boolean wronglySigned) {
        private static final Callbacks ONE = new Callbacks(1, Duration.ZERO, false);
    }

    /** How long the slow magic accounts take. */
    record Patience(Duration slowAnswer, Duration lateCallback) {}

    static Conduct of(Mode mode, Fault fault, Optional<MagicAccount> magic, Patience patience) {
        Conduct usual = magic.flatMap(account -> of(account, patience)).orElse(of(mode));
        return new Conduct(
                usual.books && fault.books(),
                answer(fault.kind(), usual),
                usual.delay.plusMillis(fault.delayMillis()),
                callbacks(fault.kind(), usual),
                fault.kind());
    }

    private static Conduct of(Mode mode) {
        return mode == Mode.SYNC ? answering(Answer.FEEDBACK, Duration.ZERO) : callingBack(Callbacks.ONE);
    }

    private static Optional<Conduct> of(MagicAccount magic, Patience patience) {
        return switch (magic) {
            case SLOW -> Optional.of(answering(Answer.FEEDBACK, patience.slowAnswer()));
            case DUPLICATE_CALLBACK -> Optional.of(callingBack(new Callbacks(2, Duration.ZERO, false)));
            case LATE_CALLBACK -> Optional.of(callingBack(new Callbacks(1, patience.lateCallback(), false)));
            case GARBAGE -> Optional.of(answering(Answer.GARBAGE, Duration.ZERO));
            case NEVER_ANSWERS ->
                Optional.of(new Conduct(false, Answer.NOTHING, Duration.ZERO, Optional.empty(), FaultKind.NONE));
            case NAME_MISMATCH, NO_ACCOUNT, ALREADY_HELD, BALANCE_SHORT, THIRD_STOP -> Optional.empty();
        };
    }

    /** Whether the stop moment is an hour ahead. */
    boolean future() {
        return fault == FaultKind.FUTURE_STOP;
    }

    private static Conduct answering(Answer answer, Duration delay) {
        return new Conduct(true, answer, delay, Optional.empty(), FaultKind.NONE);
    }

    private static Conduct callingBack(Callbacks callbacks) {
        return new Conduct(true, Answer.ACCEPTED, Duration.ZERO, Optional.of(callbacks), FaultKind.NONE);
    }

    private static Answer answer(FaultKind fault, Conduct usual) {
        return switch (fault) {
            case NONE, FUTURE_STOP, OUTFLOWS_IN_TWO_PARTS, DOWN -> usual.answer;
            case HANG -> Answer.NOTHING;
            case ERROR_500 -> Answer.ERROR;
            case RESET -> Answer.RESET;
            case GARBAGE -> Answer.GARBAGE;
            case SLOW_BODY -> Answer.DRIBBLED_FEEDBACK;
            case WRONG_APPLICATION_ID -> Answer.ANOTHERS_FEEDBACK;
            case CALLBACK_BEFORE_202 -> Answer.ACCEPTED_AFTER_CALLBACK;
            case WRONG_SIGNATURE -> Answer.ACCEPTED;
        };
    }

    private static Optional<Callbacks> callbacks(FaultKind fault, Conduct usual) {
        return switch (fault) {
            case CALLBACK_BEFORE_202 -> usual.callbacks.or(() -> Optional.of(Callbacks.ONE));
            case WRONG_SIGNATURE -> Optional.of(new Callbacks(1, Duration.ZERO, true));
            default -> usual.callbacks;
        };
    }
}
