package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;

/** Port: objections (异议) to holds that are not closed. */
public interface OpenObjections {

    /** The one to the hold of the account for the case; empty when there is none. */
    Uni<Optional<ObjectionId>> on(CaseId caseId, AccountRef.Key account);
}
