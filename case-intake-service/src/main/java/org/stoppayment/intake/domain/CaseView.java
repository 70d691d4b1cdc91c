package org.stoppayment.intake.domain;

import java.util.List;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.Violation;

/**
 * A case with all that came in for it, oldest first.
 *
 * @param summary the case in one line
 * @param submissions its report and supplements
 * @param transfers all transfers, corrections included
 */
public record CaseView(CaseSummary summary, List<Received> submissions, List<IdentifiedTransfer> transfers) {

    /**
     * What came in.
     *
     * @param kind report or supplement
     * @param content the request, byte for byte
     * @param warnings what was found
     */
    public record Received(Submission.Kind kind, Content content, List<Violation> warnings) {}
}
