package org.stoppayment.recovery.ledger.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An entry as it is in the books.
 *
 * @param entry what was booked
 * @param recordedAt when
 * @param reverses the entry that this one reverses
 * @param correction why it reverses another one; empty when it does not
 * @param reversedBy the entry that reverses this one
 */
public record BookedEntry(
        LedgerEntry entry,
        Instant recordedAt,
        Optional<UUID> reverses,
        Optional<Correction> correction,
        Optional<UUID> reversedBy) {

    /**
     * The entry that reverses this one: the same sum the other way round. Its cause is that of this entry.
     *
     * @param entryId of the reversing entry
     * @param by the correction that it belongs to
     * @param ordinal its place there
     */
    public Reversal reversal(UUID entryId, Correction by, int ordinal) {
        if (reverses.isPresent() || reversedBy.isPresent()) {
            throw new IllegalStateException("entry " + entry.entryId() + " (expected: one that is not reversed)");
        }
        return new Reversal(
                new LedgerEntry(
                        entryId,
                        by.asEvent(),
                        ordinal,
                        entry.caseId(),
                        entry.movement().reversed(),
                        by.at()),
                entry.entryId());
    }

    /**
     * A reversing entry.
     *
     * @param entry that is booked
     * @param reverses the entry that it reverses
     */
    public record Reversal(LedgerEntry entry, UUID reverses) {}
}
