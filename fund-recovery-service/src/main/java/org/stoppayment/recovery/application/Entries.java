package org.stoppayment.recovery.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.stoppayment.recovery.domain.LedgerEntry;

/** The ledger, to be read. */
public interface Entries {

    /** The entries of a case, oldest first; in the same order however they arrived. */
    Uni<List<LedgerEntry>> ofCase(UUID caseId);
}
