package org.stoppayment.cli.cases;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.StopOrderState;

/** States and moments of orders of the contract. */
public final class OrderStates {

    private static final String PREFIX = "STOP_ORDER_STATE_";

    private OrderStates() {}

    /** The state without its prefix; {@code UNKNOWN} for one that is newer than this command. */
    public static String name(StopOrderState state) {
        return state == StopOrderState.UNRECOGNIZED ? "UNKNOWN" : state.name().replace(PREFIX, "");
    }

    /** The moment. */
    public static Instant instant(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }

    /** When the order first came into effect, empty when it did not. */
    public static Optional<Instant> inEffectAt(StopOrder order) {
        return order.getTimelineList().stream()
                .filter(entry -> entry.getState() == StopOrderState.STOP_ORDER_STATE_IN_EFFECT)
                .map(entry -> instant(entry.getAt()))
                .findFirst();
    }

    /** When the last of the case's own stops came into effect, empty when none did. */
    public static Optional<Instant> lastInEffectAt(CaseProgress progress) {
        return lastInEffect(progress).flatMap(OrderStates::inEffectAt);
    }

    /** The last of the case's own stops that came into effect, empty when none did. */
    public static Optional<StopOrder> lastInEffect(CaseProgress progress) {
        return progress.getOrdersList().stream()
                .filter(order -> !order.getJoined() && inEffectAt(order).isPresent())
                .max(Comparator.comparing(order -> inEffectAt(order).orElse(Instant.MIN)));
    }
}
