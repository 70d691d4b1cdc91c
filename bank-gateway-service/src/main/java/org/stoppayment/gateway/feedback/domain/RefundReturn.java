package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * The payee's bank sent the money of a refund back (退汇): it is on the held account and frozen again.
 *
 * @param returnedAt when; empty when it is not told or cannot be read
 * @param amount the sum; empty when it is not told or cannot be read
 * @param reason why, as the institution says it; may be empty
 * @param frozen what the freeze holds since then, when it is told
 */
public record RefundReturn(
        Optional<Instant> returnedAt, Optional<Money> amount, String reason, Optional<Money> frozen) {

    /** Nothing of it can be read. */
    public static final RefundReturn UNREADABLE =
            new RefundReturn(Optional.empty(), Optional.empty(), "", Optional.empty());
}
