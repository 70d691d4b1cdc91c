package org.stoppayment.freeze.books.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Port: makes the events that fund-recovery books. */
public interface FundsEvents {

    /** The event of movements of a case's money; empty when there are no movements. */
    Optional<OutboxEvent> fundsMoved(CaseId caseId, Instant at, List<FundsMovement> movements);
}
