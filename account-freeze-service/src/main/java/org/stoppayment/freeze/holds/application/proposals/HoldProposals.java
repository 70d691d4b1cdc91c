package org.stoppayment.freeze.holds.application.proposals;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.holds.domain.HoldProposal;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: what should be done about holds. */
public interface HoldProposals {

    /**
     * Until when holds are looked at.
     *
     * @param dueAfter stops are due after it, also those that wait for the decision about a freeze
     * @param stops end before it
     * @param freezes end before it
     * @param overheldFactor a stop that holds more than so many times the case's money is proposed to be limited
     */
    record Horizon(Instant dueAfter, Instant stops, Instant freezes, int overheldFactor) {}

    /** Of all cases; first what ends first, at most {@code max}. */
    Uni<List<HoldProposal>> ofAll(Horizon horizon, int max);

    /** Of one case. */
    Uni<List<HoldProposal>> ofCase(CaseId caseId, Horizon horizon, int max);
}
