package org.stoppayment.freeze.parties.application;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.stoppayment.freeze.parties.domain.CaseParties;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.CaseId;

/** Read port: what a case knows of the accounts that it names as payers. */
public interface Parties {

    /** The parties of the case so far, with {@code named}, which a new report of the case names as payers. */
    Uni<CaseParties> of(CaseId caseId, Collection<AccountRef.Key> named);
}
