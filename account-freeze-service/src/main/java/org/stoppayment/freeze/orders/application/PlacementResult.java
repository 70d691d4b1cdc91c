package org.stoppayment.freeze.orders.application;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * How an order was placed.
 *
 * @param phase QUEUED when it waits behind a live stop of ours
 * @param urgent true when its case names a known mule
 */
public record PlacementResult(Phase phase, boolean urgent) {

    /** Those of {@code orders} that were placed as SENDING, with their urgency. */
    public static List<StopOrder> outgoing(List<StopOrder> orders, Map<ApplicationId, PlacementResult> placed) {
        return orders.stream()
                .flatMap(order -> Optional.ofNullable(placed.get(order.applicationId()))
                        .filter(as -> as.phase() == Phase.SENDING)
                        .map(as -> order.withUrgency(as.urgent()))
                        .stream())
                .toList();
    }
}
