package org.stoppayment.freeze.parties.application;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;

/** Read port: what a case knows of its parties. */
public interface Parties {

    /** The parties of the case so far, with what is known of the {@code payers} and {@code payees} that a new report of it names. */
    Uni<CaseParties> of(CaseId caseId, Set<AccountRef.Key> payers, Set<AccountRef.Key> payees);
}
