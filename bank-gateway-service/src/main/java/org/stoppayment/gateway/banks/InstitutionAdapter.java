package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.domain.ApplicationId;
import org.stoppayment.gateway.domain.ExtensionOrder;
import org.stoppayment.gateway.domain.LiftOrder;
import org.stoppayment.gateway.domain.Outcome;
import org.stoppayment.gateway.domain.StopOrder;

/**
 * Speaks one protocol with one institution; one package a protocol. An adapter never blocks, never retries, asks
 * {@link Attempt#maySend} right before the first byte goes out, and answers with an outcome: it fails on a bug only. Time-outs
 * and limits are its guard's.
 */
public interface InstitutionAdapter {

    /** Sends an order to stop. */
    Uni<Outcome> stop(StopOrder order, Attempt attempt);

    /** Sends an order to lift. */
    Uni<Outcome> lift(LiftOrder order, Attempt attempt);

    /** Sends an order to extend a stop. */
    Uni<Outcome> extend(ExtensionOrder order, Attempt attempt);

    /** Asks what became of an order. */
    Uni<Outcome> inquire(ApplicationId id, Attempt attempt);
}
