package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What an institution paid for an order to pay frozen money back, as it reports it.
 *
 * @param receiptId the institution's own id of the payment; empty when it is not told, cannot be read, or is the application id
 * @param paidAt when it paid; empty when it is not told or cannot be read
 * @param paid the sum; empty when it is not told or cannot be read
 * @param frozen what the freeze held after the payment, when it is told
 * @param returned that the money came back later
 */
public record RefundStatus(
        Optional<String> receiptId,
        Optional<Instant> paidAt,
        Optional<Money> paid,
        Optional<Money> frozen,
        Optional<RefundReturn> returned) {

    /** Nothing of it can be read. */
    public static final RefundStatus UNREADABLE =
            new RefundStatus(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
