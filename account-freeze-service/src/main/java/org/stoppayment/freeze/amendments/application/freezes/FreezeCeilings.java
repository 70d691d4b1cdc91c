package org.stoppayment.freeze.amendments.application.freezes;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;

/** Port: what freezes may rest on. */
public interface FreezeCeilings {

    /** Of the account for the case, as of one moment; empty when the case has no claim on it. */
    Uni<Optional<FreezeCeiling>> of(CaseId caseId, AccountRef.Key account);
}
