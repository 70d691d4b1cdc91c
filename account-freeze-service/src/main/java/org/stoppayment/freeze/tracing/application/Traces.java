package org.stoppayment.freeze.tracing.application;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.books.application.BooksNotConserved;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.tracing.domain.CaseGraph;
import org.stoppayment.kernel.CaseId;

/** The ways of cases' money, durable. */
public interface Traces {

    /** Cases with claims that are due, for {@code lease} nobody else's; at most {@code most} claims at once. */
    Uni<List<CaseId>> claimDue(Instant now, Duration lease, int most);

    /** The claims of a case about which something new is known, and all that lies downstream of them. */
    Uni<CaseGraph> read(CaseId caseId);

    /**
     * Makes a step durable; fails with {@link BooksNotConserved} when the books would not add up after it.
     *
     * @return the orders that were placed, and how, QUEUED for those that wait behind a live stop of ours; empty when what the step was made from has changed, and nothing was written
     */
    Uni<PlacementOutcome> write(TraceStep step);
}
