package org.stoppayment.gateway.orders.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.CircuitState;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;

/** Port: calls one institution. Every result is an outcome; a call fails only because of a bug. */
public interface InstitutionClient {

    /** Sends an order. */
    Uni<Outcome> send(Order order);

    /** Asks for the state of an order. */
    Uni<Outcome> inquire(ApplicationId id);

    /** Asks for the answer to a query. */
    Uni<Outcome> inquire(Query.Subject query);

    /** State of the circuit breaker. */
    CircuitState circuit();
}
