package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/** Write port: the ledger. */
public interface Ledger {

    /**
     * Books events, all of them or none, and each once even when replicas book it concurrently. Completes after the commit with
     * one outcome a booking, in the order of {@code bookings}.
     */
    Uni<List<Outcome>> append(List<Booking> bookings);

    /**
     * An event to be booked.
     *
     * @param eventId the event
     * @param caseId its case
     * @param entries that book it
     */
    record Booking(EventId eventId, CaseId caseId, List<LedgerEntry> entries) {}

    /** What happened to a booking. */
    enum Outcome {
        /** Its entries are new in the ledger. */
        BOOKED,
        /** The event had been booked before; nothing was written. */
        REPLAYED
    }
}
