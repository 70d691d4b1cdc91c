package org.stoppayment.freeze.domain;

import java.time.Instant;
import org.stoppayment.kernel.Money;

/**
 * A stop that an institution has put on an account.
 *
 * @param stoppedAt the moment that the institution reports
 * @param expiresAt end of the term unless a freeze takes over
 * @param balance the whole balance held
 */
public record Stop(Instant stoppedAt, Instant expiresAt, Money balance) {

    /** What is held of {@code tainted} money: no more than there is. */
    public Money held(Money tainted) {
        return tainted.min(balance);
    }
}
