package org.stoppayment.simulator.institution;

import java.time.Duration;
import java.util.Optional;
import org.stoppayment.simulator.behaviour.Fault;
import org.stoppayment.simulator.behaviour.FaultKind;
import org.stoppayment.simulator.behaviour.MagicAccount;
import org.stoppayment.simulator.behaviour.Mode;

/**
 * How an institution answers one arrival of an order; derived from its mode, its fault and the account.
 *
 * @param books whether the order takes effect
 * @param answer what the gateway receives
 * @param delay additional delay of the answer
 * @param callbacks how the feedback is called back; empty when it is in the answer
 * @param fault a fault that changes the feedback: a stop moment one hour ahead, a part of the bookings, or only the result
 */
record ResponsePlan(boolean books, Answer answer, Duration delay, Optional<Callbacks> callbacks, FaultKind fault) {

    /** What the gateway receives. */
    enum Answer {
        FEEDBACK,
        FEEDBACK_OF_ANOTHER_ORDER,
        SLOW_FEEDBACK,
        ACCEPTED,
        ACCEPTED_AFTER_CALLBACK,
        GARBAGE,
        ERROR,
        RESET,
        NOTHING
    }

    /** How often the feedback is called back, how long after the order, and whether with a wrong signature. */
    record Callbacks(int times, Duration after, boolean wronglySigned) {
        static final Callbacks ONE = new Callbacks(1, Duration.ZERO, false);
    }

    /** The delays of the slow magic accounts. */
    record MagicDelays(Duration slowAnswer, Duration lateCallback) {}

    static ResponsePlan of(Mode mode, Fault fault, Optional<MagicAccount> magic, MagicDelays magicDelays) {
        ResponsePlan base = magic.flatMap(account -> of(account, magicDelays)).orElse(of(mode));
        return new ResponsePlan(
                base.books && fault.books(),
                answer(fault.kind(), base),
                base.delay.plusMillis(fault.delayMillis()),
                callbacks(fault.kind(), base),
                fault.kind());
    }

    private static ResponsePlan of(Mode mode) {
        return mode == Mode.SYNC ? answering(Answer.FEEDBACK, Duration.ZERO) : callingBack(Callbacks.ONE);
    }

    private static Optional<ResponsePlan> of(MagicAccount magic, MagicDelays magicDelays) {
        return switch (magic) {
            case SLOW -> Optional.of(answering(Answer.FEEDBACK, magicDelays.slowAnswer()));
            case DUPLICATE_CALLBACK -> Optional.of(callingBack(new Callbacks(2, Duration.ZERO, false)));
            case LATE_CALLBACK -> Optional.of(callingBack(new Callbacks(1, magicDelays.lateCallback(), false)));
            case GARBAGE -> Optional.of(answering(Answer.GARBAGE, Duration.ZERO));
            case NEVER_ANSWERS ->
                Optional.of(new ResponsePlan(false, Answer.NOTHING, Duration.ZERO, Optional.empty(), FaultKind.NONE));
            case NAME_MISMATCH, NO_ACCOUNT, ALREADY_HELD, BALANCE_SHORT, THIRD_STOP, PAYEE_CLOSED -> Optional.empty();
        };
    }

    /** True when the stop moment is one hour ahead. */
    boolean isStopInFuture() {
        return fault == FaultKind.FUTURE_STOP;
    }

    private static ResponsePlan answering(Answer answer, Duration delay) {
        return new ResponsePlan(true, answer, delay, Optional.empty(), FaultKind.NONE);
    }

    private static ResponsePlan callingBack(Callbacks callbacks) {
        return new ResponsePlan(true, Answer.ACCEPTED, Duration.ZERO, Optional.of(callbacks), FaultKind.NONE);
    }

    private static Answer answer(FaultKind fault, ResponsePlan base) {
        return switch (fault) {
            case NONE,
                    WRONG_ACCOUNT,
                    FUTURE_STOP,
                    OUTFLOWS_IN_TWO_PARTS,
                    BARE_RESULT,
                    PENDING_OUTFLOWS,
                    PAYS_TWICE,
                    PAYS_LESS,
                    APPLICATION_ID_AS_RECEIPT,
                    DOWN -> base.answer;
            case HANG -> Answer.NOTHING;
            case ERROR_500 -> Answer.ERROR;
            case RESET -> Answer.RESET;
            case GARBAGE -> Answer.GARBAGE;
            case SLOW_BODY -> Answer.SLOW_FEEDBACK;
            case WRONG_APPLICATION_ID -> Answer.FEEDBACK_OF_ANOTHER_ORDER;
            case CALLBACK_BEFORE_202 -> Answer.ACCEPTED_AFTER_CALLBACK;
            case WRONG_SIGNATURE -> Answer.ACCEPTED;
        };
    }

    private static Optional<Callbacks> callbacks(FaultKind fault, ResponsePlan base) {
        return switch (fault) {
            case CALLBACK_BEFORE_202 -> base.callbacks.or(() -> Optional.of(Callbacks.ONE));
            case WRONG_SIGNATURE -> Optional.of(new Callbacks(1, Duration.ZERO, true));
            default -> base.callbacks;
        };
    }
}
