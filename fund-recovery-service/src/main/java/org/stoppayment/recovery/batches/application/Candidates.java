package org.stoppayment.recovery.batches.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.BatchLine;

/** Read port: plans that may be put into batches. */
public interface Candidates {

    /** Drafts and plans that are being paid, of the station, institution and age that is asked for, the oldest first. */
    Uni<List<Candidate>> find(BatchCriteria criteria, Instant now, int max);

    /** The desks that took the reports of cases; those that are not known are left out. */
    Uni<Map<CaseId, String>> stations(Collection<CaseId> caseIds);

    /**
     * A plan that may be put into a batch.
     *
     * @param planId the plan
     * @param openBatch the open batch that it is in
     * @param approval what is known of its approval
     */
    record Candidate(PlanId planId, Optional<BatchId> openBatch, Optional<BatchLine.Approval> approval) {}
}
