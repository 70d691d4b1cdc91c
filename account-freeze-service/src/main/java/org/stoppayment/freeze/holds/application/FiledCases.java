package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.kernel.ids.CaseId;

/** Port: filed cases. */
public interface FiledCases {

    /** Makes a filing durable. Of several revisions the highest counts, in whatever order they come. */
    Uni<Void> file(CaseFiling filing);

    /**
     * Makes the closing of a case durable; the first moment stays.
     *
     * @return false when the filing of the case has not been taken yet; nothing was written
     */
    Uni<Boolean> close(CaseId caseId, Instant closedAt);

    /** The filing of a case; empty when the case is not filed, as far as is known here. */
    Uni<Optional<FiledCase>> find(CaseId caseId);
}
