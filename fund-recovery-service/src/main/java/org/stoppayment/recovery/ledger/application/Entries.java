package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/** Read port: ledger entries. */
public interface Entries {

    /** The entries of a case, oldest first; the order does not depend on the order of arrival. */
    Uni<List<LedgerEntry>> ofCase(CaseId caseId);
}
