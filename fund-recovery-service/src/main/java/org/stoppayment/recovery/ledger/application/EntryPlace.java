package org.stoppayment.recovery.ledger.application;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.recovery.ledger.domain.LedgerEntry;

/**
 * The place of an entry in a statement. Not by entry id, because entry ids are made on arrival.
 *
 * @param occurredAt when the movement happened
 * @param eventId its event
 * @param ordinal its place in the event
 */
public record EntryPlace(Instant occurredAt, UUID eventId, int ordinal) {

    private static final String SEPARATOR = "/";
    private static final int PARTS = 3;

    /** The place of an entry. */
    static EntryPlace of(LedgerEntry entry) {
        return new EntryPlace(entry.occurredAt(), entry.eventId().value(), entry.ordinal());
    }

    /** The place in a page token, empty for the first page; fails with {@link ServiceException.InvalidInput} for anything else. */
    static Optional<EntryPlace> parse(String token) {
        if (token.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = token.split(SEPARATOR, -1);
        Optional<UUID> eventId = parts.length == PARTS ? Ids.parse(parts[1]) : Optional.empty();
        if (eventId.isEmpty()) {
            throw invalid(token);
        }
        try {
            return Optional.of(new EntryPlace(Instant.parse(parts[0]), eventId.get(), Integer.parseInt(parts[2])));
        } catch (DateTimeException | NumberFormatException notAPlace) {
            throw invalid(token);
        }
    }

    private static ServiceException.InvalidInput invalid(String token) {
        return new ServiceException.InvalidInput(
                "pageToken",
                "FORM",
                "value: " + token.length() + " characters (expected: the next_page_token of an answer)");
    }

    /** The page token of the page after it. */
    String token() {
        return occurredAt + SEPARATOR + eventId + SEPARATOR + ordinal;
    }
}
