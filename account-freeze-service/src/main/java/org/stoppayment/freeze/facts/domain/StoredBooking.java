package org.stoppayment.freeze.facts.domain;

import java.util.Optional;
import org.stoppayment.freeze.facts.domain.Booking.Direction;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.kernel.Money;

/**
 * What makes a stored booking the one that a statement lists.
 *
 * @param direction into or out of the account
 * @param serial at the institution
 * @param ordinal which of the bookings under this serial, from 1
 * @param kind what for; empty of money that came in, where it makes no difference
 * @param amount the sum
 * @param partyNumber of the account on the other side, empty when it is not known
 */
public record StoredBooking(
        Direction direction, String serial, int ordinal, Optional<OutflowKind> kind, Money amount, String partyNumber) {

    static StoredBooking of(StatementBooking listed, int ordinal) {
        return new StoredBooking(
                listed.direction(),
                listed.serial(),
                ordinal,
                Optional.of(listed.kind()).filter(kind -> listed.direction() == Direction.OUT),
                listed.amount(),
                listed.partyNumber());
    }

    boolean isUnderSerialOf(StatementBooking listed) {
        return direction == listed.direction() && serial.equals(listed.serial());
    }

    /** One serial, two bookings: of another kind, sum or party it is another booking. */
    boolean isSame(StatementBooking listed) {
        return equals(of(listed, ordinal));
    }
}
