package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.recovery.ledger.domain.BookedEntry.Reversal;
import org.stoppayment.recovery.ledger.domain.Correction;

/** Write port: corrections. */
public interface Corrections {

    /**
     * Books a correction with its reversing entries, all of them or none. False when nothing was written, because its id is known or one of
     * the entries was reversed meanwhile.
     */
    Uni<Boolean> book(Correction correction, List<Reversal> reversals);
}
