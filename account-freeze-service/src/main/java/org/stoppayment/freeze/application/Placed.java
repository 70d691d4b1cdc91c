package org.stoppayment.freeze.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.StopOrder;

/**
 * How an order was placed.
 *
 * @param phase QUEUED when it waits behind a live stop of ours
 * @param urgent true when its case names a known mule
 */
public record Placed(Phase phase, boolean urgent) {

    /** Those of {@code orders} that go out at once, as they were placed. */
    static List<StopOrder> outgoing(List<StopOrder> orders, Map<UUID, Placed> placed) {
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(placed.get(order.applicationId()))
                        .filter(as -> as.phase() == Phase.SENDING)
                        .map(as -> order.withUrgency(as.urgent()))
                        .stream())
                .toList();
    }
}
