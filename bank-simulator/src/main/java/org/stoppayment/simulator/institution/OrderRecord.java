package org.stoppayment.simulator.institution;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stoppayment.simulator.ledger.Ledger;
import org.stoppayment.simulator.view.OrderView;
import org.stoppayment.simulator.wire.Feedback;
import org.stoppayment.simulator.wire.Order;
import org.stoppayment.simulator.wire.StopOrder;

/** What an institution stores for one application id. Lock the record for a sequence of calls. */
final class OrderRecord {

    private final String institutionCode;
    private final Order order;
    private final JsonNode content;
    private final List<Instant> arrivals = new ArrayList<>(1);
    private final List<Instant> inquiries = new ArrayList<>(1);
    private int effects;
    private boolean isCallbackDue;
    private @Nullable Feedback feedback;

    OrderRecord(String institutionCode, Order order, JsonNode content) {
        this.institutionCode = institutionCode;
        this.order = order;
        this.content = content;
    }

    /** True when kind and all fields are the same. */
    boolean isSameRequest(Order other, JsonNode otherContent) {
        return order.kind() == other.kind() && content.equals(otherContent);
    }

    Order order() {
        return order;
    }

    synchronized void addArrival(Instant at) {
        arrivals.add(at);
    }

    synchronized void addInquiry(Instant at) {
        inquiries.add(at);
    }

    /** The feedback; empty until the order was processed. */
    synchronized Optional<Feedback> feedback() {
        return Optional.ofNullable(feedback);
    }

    /** Stores the outcome of the order. */
    synchronized void settle(Ledger.Outcome outcome, boolean hasCallback) {
        feedback = outcome.feedback();
        effects += outcome.hasEffect() ? 1 : 0;
        isCallbackDue = hasCallback;
    }

    /** The order changed the books once more. */
    synchronized void addEffect() {
        effects++;
    }

    /** The order's feedback is another now. */
    synchronized void replaceFeedback(Feedback next) {
        feedback = next;
    }

    /** True until the feedback is called back for the first time. */
    synchronized boolean isCallbackDue() {
        return isCallbackDue;
    }

    /** From now on inquiries get the feedback. */
    synchronized void endCallbackDelay() {
        isCallbackDue = false;
    }

    synchronized OrderView view() {
        return new OrderView(
                order.applicationId(),
                institutionCode,
                order.account().number(),
                order.kind(),
                effects,
                List.copyOf(arrivals),
                List.copyOf(inquiries),
                feedback == null ? null : feedback.resultCode(),
                ofStop(StopOrder::emergencyLevel),
                ofStop(StopOrder::applicationType));
    }

    private @Nullable String ofStop(Function<StopOrder, Optional<String>> field) {
        return order instanceof StopOrder stop ? field.apply(stop).orElse(null) : null;
    }
}
