package org.stoppayment.gateway.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.gateway.domain.ApplicationId;
import org.stoppayment.gateway.domain.CircuitState;
import org.stoppayment.gateway.domain.ExtensionOrder;
import org.stoppayment.gateway.domain.LiftOrder;
import org.stoppayment.gateway.domain.Outcome;
import org.stoppayment.gateway.domain.StopOrder;

/** Port: the way to one institution. What the institution does or fails to do is an outcome, never a failure. */
public interface InstitutionLine {

    /** Sends an order to stop. */
    Uni<Outcome> stop(StopOrder order);

    /** Sends an order to lift. */
    Uni<Outcome> lift(LiftOrder order);

    /** Sends an order to extend a stop. */
    Uni<Outcome> extend(ExtensionOrder order);

    /** Asks what became of an order. */
    Uni<Outcome> inquire(ApplicationId id);

    /** Whether calls go out. */
    CircuitState circuit();
}
