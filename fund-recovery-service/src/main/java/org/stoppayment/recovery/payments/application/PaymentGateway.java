package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import org.stoppayment.recovery.payments.application.PaymentBases.Basis;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.payments.domain.RefundAnswer;

/** Port: sends payments to institutions. Never fails for what an institution does or fails to do: that is an answer. */
public interface PaymentGateway {

    /** Sends a payment. */
    Uni<RefundAnswer> send(Payment payment, Basis basis);

    /** Asks what became of a payment. */
    Uni<RefundAnswer> inquire(Payment payment);
}
