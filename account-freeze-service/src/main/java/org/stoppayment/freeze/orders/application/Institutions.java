package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Routing;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.orders.domain.placement.NamedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Officer;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: messages to the institutions. Never fails for what an institution does or fails to do: that is an answer. */
public interface Institutions {

    /** Sends an order. */
    Uni<Answer> send(StopOrder order);

    /** Asks what became of an order. */
    Uni<Answer> inquire(StopOrder order);

    /** The institutions that orders can go to. */
    Uni<Routing> routing();

    /** Ends when the gateway answers; fails while it does not. */
    Uni<Void> reach();

    /** The message that carries an order, byte for byte the same for every attempt. */
    byte[] instruction(
            ApplicationId applicationId,
            CaseOrigin origin,
            AccountRef account,
            List<NamedTransfer> transfers,
            Optional<ApplicationId> original,
            Instant at);

    /**
     * The message for an order that reissues an ended stop: the content of {@code template} under another id.
     *
     * @param original the ended order
     * @param caseId the case that the new order belongs to
     * @param officer who asks for it
     */
    byte[] instructionAgain(
            StopOrder template,
            ApplicationId original,
            CaseId caseId,
            ApplicationId applicationId,
            Officer officer,
            Instant at);
}
