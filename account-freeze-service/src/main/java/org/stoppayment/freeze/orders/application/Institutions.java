package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.orders.domain.CaseOrigin;
import org.stoppayment.freeze.orders.domain.NamedTransfer;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.shared.domain.AccountRef;

/** The way to the institutions. Never fails for what an institution does or does not do: that is an answer. */
public interface Institutions {

    /** Sends an order. */
    Uni<Answer> send(StopOrder order);

    /** Asks what became of an order. */
    Uni<Answer> inquire(StopOrder order);

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

    /** What is sent for an order that follows {@code ended}: the same, under another id. */
    byte[] instructionAgain(StopOrder ended, UUID applicationId, Instant at);
}
