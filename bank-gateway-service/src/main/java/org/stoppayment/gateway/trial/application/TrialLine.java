package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.StopOrder;
import org.stoppayment.gateway.trial.domain.Exchange;

/** Port: a connection to one institution that tells what was sent and received. One message at a time. */
public interface TrialLine {

    /** Sends an order to stop. */
    Uni<Exchange> stop(StopOrder order);

    /** Sends an order to extend a stop. */
    Uni<Exchange> extend(ExtensionOrder order);

    /** Sends an order to lift. */
    Uni<Exchange> lift(LiftOrder order);

    /** Asks for the state of an order. */
    Uni<Exchange> inquire(ApplicationId id);
}
