package org.stoppayment.recovery.payments.application;

import java.time.Instant;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.recovery.payments.domain.Payment;

/** Port: events that tell account-freeze what was paid out of its freezes. */
public interface PaymentEvents {

    /** The event that tells of a payment as it is now. */
    OutboxEvent changed(Payment payment, Instant at);
}
