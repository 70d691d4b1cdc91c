package org.stoppayment.recovery.attribution.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * A booking of an account, as its institution told it.
 *
 * @param account the account
 * @param isIncoming true when money came into the account, false when it left
 * @param serial at the institution
 * @param ordinal which of the bookings under this serial, from 1
 * @param fen the sum
 * @param at when it was booked
 * @param sequence order among bookings of the same moment
 * @param counterparty the other account; empty for cash and merchants
 */
public record AccountBooking(
        AccountRef.Key account,
        boolean isIncoming,
        String serial,
        int ordinal,
        long fen,
        Instant at,
        long sequence,
        Optional<AccountRef.Key> counterparty) {

    FlowId flowId() {
        return new FlowId(isIncoming ? FlowId.Source.IN : FlowId.Source.OUT, account, serial, ordinal);
    }

    /** The booking as its payee would tell it, so that it can be matched. */
    AccountBooking asCredit() {
        return new AccountBooking(
                counterparty.orElseThrow(), true, serial, ordinal, fen, at, sequence, Optional.of(account));
    }
}
