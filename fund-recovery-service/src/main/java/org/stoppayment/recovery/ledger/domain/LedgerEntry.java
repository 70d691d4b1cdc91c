package org.stoppayment.recovery.ledger.domain;

import java.time.Instant;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;

/**
 * One booking: a debit and a credit of the same amount. Never changed once it is booked.
 *
 * @param entryId its id
 * @param eventId the event that it books
 * @param ordinal its place in the event, from 0
 * @param caseId the case
 * @param movement what moved
 * @param occurredAt when
 */
public record LedgerEntry(
        UUID entryId, EventId eventId, int ordinal, CaseId caseId, Movement movement, Instant occurredAt) {}
