package org.stoppayment.freeze.orders.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.stoppayment.freeze.orders.application.PlacingStopOrders;
import org.stoppayment.freeze.shared.messaging.EventHandler;
import org.stoppayment.proto.common.v1.Event;

/** Takes {@code ReportAccepted}: places stop orders. A supplement comes after its report. */
@ApplicationScoped
class ReportAcceptedHandler implements EventHandler {

    private final PlacingStopOrders placing;

    ReportAcceptedHandler(PlacingStopOrders placing) {
        this.placing = placing;
    }

    @Override
    public String type() {
        return ReportAcceptedParser.TYPE;
    }

    @Override
    public Uni<Boolean> take(Event event) {
        return placing.place(ReportAcceptedParser.parse(event))
                .map(outcome -> outcome == PlacingStopOrders.Outcome.PLACED);
    }
}
