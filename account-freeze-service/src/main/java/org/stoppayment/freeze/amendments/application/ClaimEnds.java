package org.stoppayment.freeze.amendments.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.StopAmendment;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.kernel.ids.CaseId;

/** Port: ends claims on stopped accounts. */
public interface ClaimEnds {

    /**
     * Ends a case's claim on the account of a stop, and makes its lift durable if no active claim is left: all in one commit, so that of
     * two claims that end at once, one takes the lift along.
     *
     * @param lift to send if no active claim is left; names the stop
     * @param dueAt when the lift is due
     * @return the lift that is on its way or done; empty while other claims are active. Fails with a refusal when the stop is not in
     *     effect or the claim ended in another way, and with invalid input when the case has no claim on the account
     */
    Uni<Optional<StopAmendment>> end(CaseId caseId, ClaimEnd end, StopAmendment lift, Instant dueAt);
}
