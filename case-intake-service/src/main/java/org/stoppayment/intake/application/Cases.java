package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.CaseSummary;
import org.stoppayment.intake.domain.CaseView;

/** The cases, to be read. */
public interface Cases {

    /** A case with all that came in for it. */
    Uni<Optional<CaseView>> find(UUID caseId);

    /** At most {@code most} cases older than {@code before}, newest first. */
    Uni<List<CaseSummary>> list(Optional<UUID> before, int most);
}
