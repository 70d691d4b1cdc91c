package org.stoppayment.intake.domain.filing;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.CaseStatus.Move;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A case as the police have it: what may be decided about it next. Each decision throws {@link ServiceException.Refusal} when the case
 * does not allow it.
 *
 * @param caseId of the case
 * @param status where it stands
 * @param lastFiling the revision that counts; empty while the case is not filed
 */
public record PoliceCase(CaseId caseId, CaseStatus status, Optional<Filing> lastFiling) {

    /** 立案. */
    public Filing file(FilingRequest request, Instant now) {
        status.after(Move.FILE, caseId);
        return new Filing(caseId, Filing.FIRST_REVISION, request.facts(), now, request.operator(), "");
    }

    /** Corrects the revision that counts; the request names it, so that two desks do not overwrite each other. */
    public Filing correct(FilingRequest request, FilingRequest.Correction correction, Instant now) {
        status.after(Move.CORRECT_FILING, caseId);
        Filing last = lastFiling.orElseThrow();
        if (last.revision() != correction.revision()) {
            throw new ServiceException.Refusal(
                    "FILING_CHANGED",
                    "correctsRevision: " + correction.revision() + " (expected: the last revision of the filing, "
                            + last.revision() + ")");
        }
        if (last.facts().equals(request.facts())) {
            throw new ServiceException.Refusal(
                    "FILING_UNCHANGED", "facts: as in revision " + last.revision() + " (expected: another value)");
        }
        return new Filing(caseId, last.revision() + 1, request.facts(), now, request.operator(), correction.reason());
    }

    /** 结案. */
    public Closing close(ClosingRequest request, Instant now) {
        status.after(Move.CLOSE, caseId);
        return new Closing(caseId, now, request.operator(), request.reason());
    }
}
