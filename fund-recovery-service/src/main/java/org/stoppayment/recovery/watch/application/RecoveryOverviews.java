package org.stoppayment.recovery.watch.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.watch.ResumeToken;

/** Read port: whether anything has changed of the return of money to victims. */
public interface RecoveryOverviews {

    /** Overviews of these cases, all as of {@code now} and by one statement. */
    Uni<Map<CaseId, Overview>> of(Set<CaseId> caseIds, Instant now);

    /**
     * The state of a case in short.
     *
     * @param isKnown true when something was told of the case
     * @param token of the state
     */
    record Overview(boolean isKnown, ResumeToken token) {}
}
