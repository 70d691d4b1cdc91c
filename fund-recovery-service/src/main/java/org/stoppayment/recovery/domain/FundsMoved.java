package org.stoppayment.recovery.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.stoppayment.kernel.Ids;

/**
 * Account-freeze says that money of a case moved. Such events add up in any order.
 *
 * @param eventId its effect happens once
 * @param caseId the case
 * @param occurredAt when the money moved
 * @param movements at least one
 */
public record FundsMoved(UUID eventId, UUID caseId, Instant occurredAt, List<Movement> movements) {

    public FundsMoved {
        movements = List.copyOf(movements);
        if (movements.isEmpty()) {
            throw new IllegalArgumentException("movements: none (expected: at least one)");
        }
    }

    /** The entries that book it. */
    public List<LedgerEntry> entries(Ids ids) {
        return IntStream.range(0, movements.size())
                .mapToObj(i -> new LedgerEntry(ids.next(), eventId, i, caseId, movements.get(i), occurredAt))
                .toList();
    }
}
