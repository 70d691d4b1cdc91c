package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

/**
 * Speaks one protocol with one institution; each protocol has its own package. An adapter never blocks and never retries. It calls
 * {@link Attempt#maySend} immediately before it sends the first byte. Every result is an outcome: an adapter fails only because of
 * a bug. The guard applies time-outs and limits.
 */
public interface InstitutionAdapter {

    /** Sends an order to stop. */
    Uni<Outcome> stop(StopOrder order, Attempt attempt);

    /** Sends an order to lift. */
    Uni<Outcome> lift(LiftOrder order, Attempt attempt);

    /** Sends an order to extend a stop. */
    Uni<Outcome> extend(ExtensionOrder order, Attempt attempt);

    /** Asks for the state of an order. */
    Uni<Outcome> inquire(ApplicationId id, Attempt attempt);
}
