package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.feedback.domain.ApplicationId;
import org.stoppayment.gateway.orders.domain.ExtensionOrder;
import org.stoppayment.gateway.orders.domain.LiftOrder;
import org.stoppayment.gateway.orders.domain.Outcome;
import org.stoppayment.gateway.orders.domain.StopOrder;

/**
 * Speaks one protocol with one institution; each protocol has a package of its own. An adapter never blocks, never retries, asks
 * {@link Attempt#maySend} right before it sends the first byte, and returns an outcome: it fails on a bug only. The guard applies
 * time-outs and limits.
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
