package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;

/**
 * A booking that a statement lists.
 *
 * @param direction into or out of the account
 * @param serial at the institution
 * @param kind what for; fees and interest count as MERCHANT: nobody's account is on the other side
 * @param amount the sum
 * @param bookedAt when
 * @param sequence order among bookings of the same moment
 * @param counterparty the account that paid or was paid, when it is known
 * @param balanceAfter the sum on the account after it; empty when it was not told
 */
public record StatementBooking(
        Direction direction,
        String serial,
        OutflowKind kind,
        Money amount,
        Instant bookedAt,
        long sequence,
        Optional<AccountRef> counterparty,
        Optional<Money> balanceAfter) {

    /** Number of the account on the other side, empty when it is not known. */
    String partyNumber() {
        return counterparty.map(AccountRef::number).orElse("");
    }

    /** True when it went to an account that was not told: nobody knows where. */
    boolean isToNobody() {
        return direction == Direction.OUT && kind == OutflowKind.TRANSFER && counterparty.isEmpty();
    }
}
