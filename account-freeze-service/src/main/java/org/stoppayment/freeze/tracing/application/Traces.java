package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.kernel.ids.CaseId;

/** Port: durable traces. */
public interface Traces {

    /** Claims cases with due claims: for {@code lease} no other replica gets them; at most {@code max} claims at once. */
    Uni<List<CaseId>> claimDue(Instant now, Duration lease, int max);

    /** The claims of a case about which something new is known, and all that is downstream of them. */
    Uni<CaseGraph> read(CaseId caseId);

    /**
     * Makes a step durable; fails with {@link BooksNotConserved} when the books would not add up after it.
     *
     * @return the orders that were placed, and how, QUEUED for those that wait behind a live stop of ours;
     *     {@link PlacementOutcome.Outdated} when what the step was made from has changed: nothing was written
     */
    Uni<PlacementOutcome> write(TraceStep step);
}
