package org.stoppayment.recovery.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.stoppayment.recovery.domain.LedgerEntry;

/** The ledger, to be added to. */
public interface Ledger {

    /**
     * Books events, all of them or none, and each once, whoever else books it. Answers after the commit; in the order of
     * {@code bookings}, whether each was booked now (false: it was before).
     */
    Uni<List<Boolean>> append(List<Booking> bookings);

    /**
     * An event to be booked.
     *
     * @param eventId the event
     * @param caseId its case
     * @param entries that book it
     */
    record Booking(UUID eventId, UUID caseId, List<LedgerEntry> entries) {}
}
