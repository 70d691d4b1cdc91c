package org.stoppayment.recovery.ledger.application;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.ledger.domain.AccountBooks;
import org.stoppayment.recovery.ledger.domain.BookedEntry;
import org.stoppayment.recovery.ledger.domain.CasePositions;
import org.stoppayment.recovery.ledger.domain.Correction;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Read port: ledger entries, as they were recorded up to a moment. */
public interface Entries {

    /** The books of the accounts of a case, in the order of their first movements. */
    Uni<List<AccountBooks>> booksOf(CaseId caseId, Instant recordedUntil);

    /** Positions of an account by case, by case id. */
    Uni<List<CasePositions>> positionsOn(AccountRef.Key account, Instant recordedUntil);

    /** Positions of cases, by case id; without those for which nothing was booked. */
    Uni<List<CasePositions>> positionsOf(Collection<CaseId> caseIds, Instant recordedUntil);

    /**
     * Entries of a case in the order in which the movements happened, which does not depend on the order of arrival.
     *
     * @param after the place after which they begin
     * @param max maximum number
     */
    Uni<List<BookedEntry>> ofCase(CaseId caseId, Instant recordedUntil, Optional<EntryPlace> after, int max);

    /** Entries of an account, of all cases, in the same order. */
    Uni<List<BookedEntry>> onAccount(
            AccountRef.Key account, Instant recordedUntil, Optional<EntryPlace> after, int max);

    /** The entries of a case that a correction is about, in the order of their event. */
    Uni<List<BookedEntry>> targetsOf(CaseId caseId, Correction.Target target);

    /** A correction. */
    Uni<Optional<Stored>> correction(UUID id);

    /**
     * A correction that was made.
     *
     * @param correction what was decided
     * @param entries number of reversing entries
     */
    record Stored(Correction correction, int entries) {}
}
