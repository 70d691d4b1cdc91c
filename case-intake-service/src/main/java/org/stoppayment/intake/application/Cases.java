package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseFilter;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: cases. */
public interface Cases {

    /** A case with its report and all supplements. */
    Uni<Optional<CaseView>> find(CaseId caseId);

    /** At most {@code limit} of the cases that a filter selects, older than {@code before}, newest first. */
    Uni<List<CaseSummary>> list(CaseFilter filter, Optional<CaseId> before, int limit);
}
