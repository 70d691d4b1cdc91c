package org.stoppayment.gateway.trial.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Query;
import org.stoppayment.gateway.trial.domain.Exchange;

/** Port: a connection to one institution that tells what was sent and received. One message at a time. */
public interface TrialLine {

    /** Sends an order. */
    Uni<Exchange> send(Order order);

    /** Asks for the state of an order. */
    Uni<Exchange> inquire(ApplicationId id);

    /** Asks for the answer to a query. */
    Uni<Exchange> inquire(Query.Subject query);
}
