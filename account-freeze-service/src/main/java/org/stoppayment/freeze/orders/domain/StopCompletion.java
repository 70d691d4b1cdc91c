package org.stoppayment.freeze.orders.domain;

import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.kernel.ResultCode;

/** Completes a stop whose moment or balance was unknown, once its institution tells it. What is known already is never changed. */
final class StopCompletion {

    private StopCompletion() {}

    /** True when the feedback tells something of the stop that was unknown. */
    static boolean isBroughtBy(Feedback feedback, StopOrderState state) {
        return feedback.code().meaning() == ResultCode.Meaning.IN_EFFECT
                && state.stop()
                        .filter(stop -> tellsMoment(feedback, stop) || tellsBalance(feedback, stop))
                        .isPresent();
    }

    /** The order with what a feedback tells of its stop and was unknown. Of a stop that is over, the end stays as it was booked. */
    static StopOrder of(StopOrder order, Feedback feedback, StopRules rules) {
        if (!isBroughtBy(feedback, order.state()) || !(order.state() instanceof StopOrderState.WithStop state)) {
            return order;
        }
        Stop stop = state.onAccount();
        Stop told = stop.completed(feedback.stoppedAt(), feedback.balance(), rules, order.placedAt());
        OrderNotes notes = order.notes();
        if (tellsBalance(feedback, stop)) {
            notes = notes.withoutFlag(OrderFlag.BALANCE_UNKNOWN);
        }
        if (tellsMoment(feedback, stop)) {
            notes = notes.withoutFlag(OrderFlag.STOP_MOMENT_UNKNOWN)
                    .withFlags(feedback.momentFlags(rules, order.placedAt(), stop.stoppedAt()))
                    .withFindings(feedback.momentFindings(rules, order.placedAt()));
        }
        return order.knowing(state.with(order.phase() == Phase.IN_EFFECT ? told : told.endedAs(stop)), notes);
    }

    private static boolean tellsMoment(Feedback feedback, Stop stop) {
        return !stop.momentReported() && feedback.stoppedAt().isPresent();
    }

    private static boolean tellsBalance(Feedback feedback, Stop stop) {
        return stop.balance().isEmpty() && feedback.balance().isPresent();
    }
}
