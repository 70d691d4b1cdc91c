package org.stoppayment.cli.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.client.SimulatedOrder;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** The events of a case in order of time. */
public final class Timeline {

    /** The event of a call to 110. */
    public static final String CALL = "CALL";

    /** The event of a report that became durable. */
    public static final String REPORTED = "REPORTED";

    /** The event of an order that arrives at its institution. */
    public static final String RECEIVED = "RECEIVED";

    /** The event of books that agree. */
    public static final String BOOKED = "BOOKED";

    private static final String ATTEMPT = "attempt ";

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
    public record Step(long millis, String event, String account, String institution, String detail) {

        /** The number of the attempt that arrived; 0 when there was but one, or when nothing arrived. */
        public int number() {
            return detail.startsWith(ATTEMPT) ? Integer.parseInt(detail.substring(ATTEMPT.length())) : 0;
        }
    }

    /**
     * The steps of a case, on this command's clock; moments of other clocks are shifted as {@link CaseClocks} says. Steps of the
     * same moment keep their causal order. What happened to an order of another case before this report is left out.
     */
    public static List<Step> of(CaseOutcome outcome) {
        CaseClocks clocks = outcome.clocks();
        Instant acceptedAt = outcome.acceptedAt().plus(clocks.intake());
        List<Moment> moments = new ArrayList<>();
        if (!outcome.replayed()) {
            moments.add(Moment.ofCase(outcome.origin(), CALL, "report sent"));
        }
        moments.add(Moment.ofCase(acceptedAt, REPORTED, "durable"));
        Map<String, SimulatedOrder> simulated = new HashMap<>();
        outcome.arrivals().forEach(order -> simulated.put(order.applicationId(), order));
        for (StopOrder order : outcome.progress().getOrdersList()) {
            List<Instant> arrivals = Optional.ofNullable(simulated.get(order.getApplicationId()))
                    .map(SimulatedOrder::arrivals)
                    .orElse(List.of());
            ofOrder(order, arrivals, clocks).stream()
                    .filter(moment -> !order.getJoined() || !moment.at().isBefore(acceptedAt))
                    .forEach(moments::add);
        }
        outcome.bookedAt()
                .filter(moment -> !outcome.replayed())
                .ifPresent(moment -> moments.add(Moment.ofCase(moment, BOOKED, "freeze and recovery agree")));
        moments.sort(Comparator.comparing(Moment::at));
        return moments.stream().map(moment -> moment.step(outcome)).toList();
    }

    /** A step before it is counted in milliseconds, so that moments within one keep their order. */
    private record Moment(Instant at, String event, Optional<StopOrder> order, String detail) {

        static Moment ofCase(Instant at, String event, String detail) {
            return new Moment(at, event, Optional.empty(), detail);
        }

        Step step(CaseOutcome outcome) {
            return new Step(
                    outcome.millis(at),
                    event,
                    order.map(each -> each.getAccount().getNumber()).orElse(""),
                    order.map(each -> each.getAccount().getInstitutionCode()).orElse(""),
                    detail);
        }
    }

    /** The moments of an order. Each arrival follows the attempt that it belongs to. */
    private static List<Moment> ofOrder(StopOrder order, List<Instant> arrivals, CaseClocks clocks) {
        List<Moment> moments = new ArrayList<>();
        Iterator<Instant> left = arrivals.iterator();
        int attempt = 1;
        for (TimelineEntry entry : order.getTimelineList()) {
            Instant at = OrderStates.instant(entry.getAt()).plus(clocks.freeze());
            moments.add(new Moment(at, OrderStates.name(entry.getState()), Optional.of(order), entry.getCause()));
            if (entry.getState() == StopOrderState.STOP_ORDER_STATE_SENDING && left.hasNext()) {
                moments.add(arrival(order, left.next(), clocks, arrivals.size(), attempt++));
            }
        }
        while (left.hasNext()) {
            moments.add(arrival(order, left.next(), clocks, arrivals.size(), attempt++));
        }
        return moments;
    }

    private static Moment arrival(StopOrder order, Instant at, CaseClocks clocks, int arrivals, int attempt) {
        return new Moment(
                at.plus(clocks.institutions()), RECEIVED, Optional.of(order), arrivals > 1 ? ATTEMPT + attempt : "");
    }
}
