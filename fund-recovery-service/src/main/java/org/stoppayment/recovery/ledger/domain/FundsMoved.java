package org.stoppayment.recovery.ledger.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.Ids;

/**
 * Money of a case moved, as account-freeze reports it. The sum of such events does not depend on their order.
 *
 * @param eventId booked once
 * @param caseId the case
 * @param occurredAt when the money moved
 * @param movements at least one
 */
public record FundsMoved(EventId eventId, CaseId caseId, Instant occurredAt, List<Movement> movements) {

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
