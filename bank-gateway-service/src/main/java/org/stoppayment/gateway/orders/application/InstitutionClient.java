package org.stoppayment.gateway.orders.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

/** Port: calls one institution. Every result is an outcome; a call fails only because of a bug. */
public interface InstitutionClient {

    /** Sends an order to stop. */
    Uni<Outcome> stop(StopOrder order);

    /** Sends an order to lift. */
    Uni<Outcome> lift(LiftOrder order);

    /** Sends an order to extend a stop. */
    Uni<Outcome> extend(ExtensionOrder order);

    /** Asks for the state of an order. */
    Uni<Outcome> inquire(ApplicationId id);

    /** State of the circuit breaker. */
    CircuitState circuit();
}
