package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.Order;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.Query;

/**
 * Speaks one protocol with one institution; each protocol has its own package. An adapter never blocks and never retries. It calls
 * {@link Attempt#maySend} immediately before it sends the first byte. Every result is an outcome: an adapter fails only because of
 * a bug. The guard applies time-outs and limits.
 */
public interface InstitutionAdapter {

    /** Sends an order. */
    Uni<Outcome> send(Order order, Attempt attempt);

    /** Asks for the state of an order. */
    Uni<Outcome> inquire(ApplicationId id, Attempt attempt);

    /** Asks for the answer to a query. */
    Uni<Outcome> inquire(Query.Subject query, Attempt attempt);
}
