package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.CaseOrigin;
import org.stoppayment.freeze.domain.LiftOrder;
import org.stoppayment.freeze.domain.NamedTransfer;
import org.stoppayment.freeze.domain.Routing;
import org.stoppayment.freeze.domain.StopOrder;

/** The way to the institutions. Never fails for what an institution does or does not do: that is an answer. */
public interface Institutions {

    /** Sends an order. */
    Uni<Answer> send(StopOrder order);

    /** Asks what became of an order. */
    Uni<Answer> inquire(StopOrder order);

    /** Sends the order to lift a stop. */
    Uni<Answer> lift(LiftOrder lift, StopOrder stop);

    /** Asks what became of a lift. */
    Uni<Answer> inquire(LiftOrder lift, StopOrder stop);

    /** The institutions that orders can go to. */
    Uni<Routing> routing();

    /** What is sent for an order, byte for byte the same for every attempt. */
    byte[] instruction(
            UUID applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<UUID> original,
            Instant at);
}
