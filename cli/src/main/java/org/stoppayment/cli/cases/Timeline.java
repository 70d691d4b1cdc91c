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

/** What happened in a case, in order of time, counted in milliseconds from the call. */
public final class Timeline {

    private Timeline() {}

    /**
     * One thing that happened.
     *
     * @param millis milliseconds from the call
     * @param event what happened
     * @param account the account's number, empty when it is about the case
     * @param institution the institution's code, empty when it is about the case
     * @param detail more, empty when there is none
     */
    public record Step(long millis, String event, String account, String institution, String detail) {}

    /** The steps of a case; steps of the same moment stay in the order in which they follow from each other. */
    public static List<Step> of(CaseOutcome outcome) {
        List<Step> steps = new ArrayList<>();
        if (!outcome.replayed()) {
            steps.add(ofCase(outcome, outcome.origin(), "CALL", "report sent"));
        }
        steps.add(ofCase(outcome, outcome.acceptedAt(), "REPORTED", "durable"));
        Map<String, SimulatedOrder> seen = new HashMap<>();
        outcome.arrivals().forEach(order -> seen.put(order.applicationId(), order));
        for (StopOrder order : outcome.progress().getOrdersList()) {
            for (TimelineEntry entry : order.getTimelineList()) {
                String state = OrderStates.name(entry.getState());
                steps.add(ofOrder(outcome, OrderStates.instant(entry.getAt()), state, order, entry.getCause()));
            }
            SimulatedOrder simulated = seen.get(order.getApplicationId());
            if (simulated != null) {
                arrivals(outcome, order, simulated, steps);
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
