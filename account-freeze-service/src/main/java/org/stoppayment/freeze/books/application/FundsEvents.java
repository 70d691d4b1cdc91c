package org.stoppayment.freeze.books.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Makes the events that fund-recovery books by. */
public interface FundsEvents {

    /** The event of some movements of a case's money; none when there are no movements. */
    Optional<OutboxEvent> fundsMoved(CaseId caseId, Instant at, List<FundsMovement> movements);
}
