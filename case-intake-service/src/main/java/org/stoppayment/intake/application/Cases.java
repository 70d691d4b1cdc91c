package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.kernel.CaseId;

/** Read port: cases. */
public interface Cases {

    /** A case with its report and all supplements. */
    Uni<Optional<CaseView>> find(CaseId caseId);

    /** At most {@code limit} cases older than {@code before}, newest first. */
    Uni<List<CaseSummary>> list(Optional<CaseId> before, int limit);
}
