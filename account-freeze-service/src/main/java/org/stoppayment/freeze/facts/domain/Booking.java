package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A booking of an account, as its institution told it.
 *
 * @param caseId of the order or query that brought it
 * @param account the account
 * @param direction into or out of it
 * @param serial at the institution
 * @param ordinal which of the bookings under this serial, from 1
 * @param revision of this fact, from 1
 * @param kind what for
 * @param amount the sum
 * @param bookedAt when
 * @param sequence order among bookings of the same moment, 0 when not known
 * @param counterparty the account that paid or was paid; empty for cash and merchants
 * @param isReplaced true when another booking has taken its place
 */
public record Booking(
        CaseId caseId,
        AccountRef account,
        Direction direction,
        String serial,
        int ordinal,
        int revision,
        OutflowKind kind,
        Money amount,
        Instant bookedAt,
        long sequence,
        Optional<AccountRef> counterparty,
        boolean isReplaced) {

    /** Which way the money went. */
    public enum Direction {
        /** Into the account. */
        IN,
        /** Out of the account. */
        OUT
    }
}
