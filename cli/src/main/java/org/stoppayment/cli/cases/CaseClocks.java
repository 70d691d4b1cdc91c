package org.stoppayment.cli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/**
 * The clocks that the events of a case come from. The call, its answer and the end are on this command's clock. Each service has
 * a clock of its own, which may be behind by a round trip to its database, and the institutions have another. To be shown on one
 * time line, the moments of each are shifted by one constant, the smallest that puts causes before their effects: call, accepted,
 * answered; accepted, first order; sent, arrived, answered.
 *
 * @param intake what is added to the moments of case-intake
 * @param freeze what is added to the moments of account-freeze
 * @param institutions what is added to the moments of the institutions
 * @param stepped true when no constant fits, because a clock was corrected meanwhile: the order is not certain
 */
public record CaseClocks(Duration intake, Duration freeze, Duration institutions, boolean stepped) {

    private static final Set<StopOrderState> SENT = Set.of(StopOrderState.STOP_ORDER_STATE_SENDING);
    private static final Set<StopOrderState> ANSWERED = Set.of(
            StopOrderState.STOP_ORDER_STATE_ACCEPTED,
            StopOrderState.STOP_ORDER_STATE_IN_EFFECT,
            StopOrderState.STOP_ORDER_STATE_DECLINED,
            StopOrderState.STOP_ORDER_STATE_HELD_BY_OTHER);

    static CaseClocks of(CaseOutcome outcome) {
        ClockShift intake = new ClockShift();
        if (!outcome.replayed()) {
            intake.notBefore(outcome.origin(), outcome.acceptedAt());
            intake.notAfter(outcome.answeredAt(), outcome.acceptedAt());
        }
        ClockShift freeze = freeze(outcome, outcome.acceptedAt().plus(intake.value()));
        ClockShift institutions = institutions(outcome, freeze.value());
        return new CaseClocks(
                intake.value(),
                freeze.value(),
                institutions.value(),
                intake.isContradictory() || freeze.isContradictory() || institutions.isContradictory());
    }

    private static ClockShift freeze(CaseOutcome outcome, Instant acceptedAt) {
        ClockShift shift = new ClockShift();
        for (StopOrder order : own(outcome)) {
            for (TimelineEntry entry : order.getTimelineList()) {
                Instant at = OrderStates.instant(entry.getAt());
                shift.notBefore(acceptedAt, at);
                outcome.bookedAt().filter(end -> !outcome.replayed()).ifPresent(end -> shift.notAfter(end, at));
            }
        }
        return shift;
    }

    private static ClockShift institutions(CaseOutcome outcome, Duration freeze) {
        Map<String, SimulatedOrder> arrived = new HashMap<>();
        outcome.arrivals().forEach(order -> arrived.put(order.applicationId(), order));
        ClockShift shift = new ClockShift();
        for (StopOrder order : own(outcome)) {
            SimulatedOrder simulated = arrived.get(order.getApplicationId());
            if (simulated != null && !simulated.arrivals().isEmpty()) {
                Instant first = simulated.arrivals().get(0);
                first(order, SENT).ifPresent(sent -> shift.notBefore(sent.plus(freeze), first));
                first(order, ANSWERED).ifPresent(answered -> shift.notAfter(answered.plus(freeze), first));
            }
        }
        return shift;
    }

    /**
     * What is added to the moments of account-freeze so that each order is sent before it arrives at its institution and answered
     * after that, by the institutions' clock.
     *
     * @param arrivals when each order first arrived, by application id
     */
    public static Duration freezeToInstitutions(List<StopOrder> orders, Map<String, Instant> arrivals) {
        ClockShift shift = new ClockShift();
        for (StopOrder order : orders) {
            Optional.ofNullable(arrivals.get(order.getApplicationId())).ifPresent(arrival -> {
                first(order, SENT).ifPresent(sent -> shift.notAfter(arrival, sent));
                first(order, ANSWERED).ifPresent(answered -> shift.notBefore(arrival, answered));
            });
        }
        return shift.value();
    }

    private static Optional<Instant> first(StopOrder order, Set<StopOrderState> states) {
        return order.getTimelineList().stream()
                .filter(entry -> states.contains(entry.getState()))
                .map(entry -> OrderStates.instant(entry.getAt()))
                .findFirst();
    }

    /** Orders of earlier cases, which this one joined, may have been sent before the call. */
    private static List<StopOrder> own(CaseOutcome outcome) {
        return outcome.progress().getOrdersList().stream()
                .filter(order -> !order.getJoined())
                .toList();
    }

    /** How the moments were put on one clock, in English; empty when nothing was shifted. */
    public String note() {
        return note(Texts.ENGLISH);
    }

    /** The same, in the language of these texts. */
    public String note(Texts texts) {
        List<String> shifted = new ArrayList<>();
        append(texts, shifted, "case-intake", intake);
        append(texts, shifted, "account-freeze", freeze);
        append(texts, shifted, texts.of(OutcomeText.THE_INSTITUTIONS), institutions);
        String note = shifted.isEmpty() ? "" : texts.of(OutcomeText.CLOCKS_SHIFTED, String.join(", ", shifted));
        return stepped ? texts.of(OutcomeText.CLOCK_STEPPED, note) : note;
    }

    private static void append(Texts texts, List<String> shifted, String clock, Duration shift) {
        if (!shift.isZero()) {
            // Rounded away from zero: a shift below a millisecond is a shift too.
            long millis = Math.max(1, shift.abs().plusNanos(999_999).toMillis());
            shifted.add(texts.of(OutcomeText.SHIFT, clock, (shift.isNegative() ? "-" : "+") + millis));
        }
    }
}
