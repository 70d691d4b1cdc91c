package org.stoppayment.cli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** The events of a case in order of time. */
public final class Timeline {

    private Timeline() {}

    /**
     * An event.
     *
     * @param millis milliseconds from the call
     * @param event its name
     * @param account the account's number, empty when it is about the case
     * @param institution the institution's code, empty when it is about the case
     * @param detail may be empty
     */
    public record Step(long millis, String event, String account, String institution, String detail) {}

    /** The steps of a case. Steps of the same moment keep their causal order. */
    public static List<Step> of(CaseOutcome outcome) {
        List<Step> steps = new ArrayList<>();
        if (!outcome.replayed()) {
            steps.add(ofCase(outcome, outcome.origin(), "CALL", "report sent"));
        }
        steps.add(ofCase(outcome, outcome.acceptedAt(), "REPORTED", "durable"));
        Map<String, SimulatedOrder> simulated = new HashMap<>();
        outcome.arrivals().forEach(order -> simulated.put(order.applicationId(), order));
        for (StopOrder order : outcome.progress().getOrdersList()) {
            for (TimelineEntry entry : order.getTimelineList()) {
                String state = OrderStates.name(entry.getState());
                steps.add(ofOrder(outcome, OrderStates.instant(entry.getAt()), state, order, entry.getCause()));
            }
            SimulatedOrder arrived = simulated.get(order.getApplicationId());
            if (arrived != null) {
                arrivals(outcome, order, arrived, steps);
            }
        }
        outcome.bookedAt()
                .filter(moment -> !outcome.replayed())
                .ifPresent(moment -> steps.add(ofCase(outcome, moment, "BOOKED", "freeze and recovery agree")));
        steps.sort(Comparator.comparingLong(Step::millis));
        return List.copyOf(steps);
    }

    private static void arrivals(CaseOutcome outcome, StopOrder order, SimulatedOrder simulated, List<Step> steps) {
        int attempt = 1;
        for (Instant arrival : simulated.arrivals()) {
            String detail = simulated.arrivals().size() > 1 ? "attempt " + attempt++ : "";
            steps.add(ofOrder(outcome, arrival, "AT THE DOOR", order, detail));
        }
    }

    private static Step ofCase(CaseOutcome outcome, Instant moment, String event, String detail) {
        return new Step(outcome.millis(moment), event, "", "", detail);
    }

    private static Step ofOrder(CaseOutcome outcome, Instant moment, String event, StopOrder order, String detail) {
        return new Step(
                outcome.millis(moment),
                event,
                order.getAccount().getNumber(),
                order.getAccount().getInstitutionCode(),
                detail);
    }
}
