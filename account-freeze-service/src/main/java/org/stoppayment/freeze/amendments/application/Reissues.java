package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.Decision;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/** Port: durable orders that reissue an ended stop. */
public interface Reissues {

    /** The order that a case itself made for an account: the newest that waits, else the newest that went out. */
    Uni<Optional<StopOrder>> ownOrder(CaseId caseId, AccountRef.Key account);

    /** Places {@code again} on the account of {@code ended}, QUEUED and due; ends with the reason if it is refused. */
    Uni<Optional<Refused>> place(StopOrder ended, Again again, RuleSet rules);

    /**
     * What is new about the order.
     *
     * @param caseId the case that it belongs to; its claim is active again if it had ended
     * @param applicationId its id
     * @param account as the message names it
     * @param urgent true when it goes out before others
     * @param instruction the message to send
     * @param decision who asked for it, and why
     * @param at when it was made
     */
    record Again(
            CaseId caseId,
            ApplicationId applicationId,
            AccountRef account,
            boolean urgent,
            byte[] instruction,
            Decision decision,
            Instant at) {}

    /** Why an account is not stopped again. */
    enum Refused {
        /** The case has no claim on it. */
        NO_CLAIM,
        /** The case is withdrawn. */
        CASE_CLOSED,
        /** It has a live stop of ours. */
        ACCOUNT_ALREADY_STOPPED,
        /** It had all its stops. */
        STOP_COUNT_EXCEEDED
    }
}
