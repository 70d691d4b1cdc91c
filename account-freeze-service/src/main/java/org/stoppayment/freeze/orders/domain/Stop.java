package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import org.stoppayment.kernel.Money;

/**
 * A stop that an institution has put on an account.
 *
 * @param stoppedAt the moment that the institution reports
 * @param expiresAt end of the term unless a freeze takes over
 * @param balance the whole balance held
 * @param extended true when that is the second and last term
 */
public record Stop(Instant stoppedAt, Instant expiresAt, Money balance, boolean extended) {

    /** A stop in its first term. */
    public Stop(Instant stoppedAt, Instant expiresAt, Money balance) {
        this(stoppedAt, expiresAt, balance, false);
    }

    /** The stop in its second term. */
    public Stop extendedTo(Instant end) {
        return new Stop(stoppedAt, end, balance, true);
    }

    /** True when its term is over. */
    public boolean hasEnded(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** What is held of {@code tainted} money: no more than there is. */
    public Money held(Money tainted) {
        return tainted.min(balance);
    }
}
