package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kernel.ApplicationId;

/** Port: durable orders that reissue an ended stop. */
public interface Reissues {

    /** Places {@code again} on the account of {@code ended}, QUEUED and due; ends with the reason if it is refused. */
    Uni<Optional<Refused>> place(StopOrder ended, Again again, RuleSet rules);

    /**
     * What is new about the order.
     *
     * @param applicationId its id
     * @param instruction the message to send
     * @param reference of the person or paper behind it
     * @param at when it was made
     */
    record Again(ApplicationId applicationId, byte[] instruction, String reference, Instant at) {}

    /** Why an account is not stopped again. */
    enum Refused {
        /** It has a live stop of ours. */
        ACCOUNT_ALREADY_STOPPED,
        /** It had all its stops. */
        STOP_COUNT_EXCEEDED
    }
}
