package org.stoppayment.recovery.payments.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.payments.domain.Payment;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;

/** Port: what orders to pay rest on. */
public interface PaymentBases {

    /**
     * What an order rests on that is sent now, as the first order of this payment said it, so that a resend has the same content. Empty when it
     * rests on nothing any more: the filing, the approval or the freeze has ended, or the money is disputed.
     */
    Uni<Optional<Basis>> of(Payment payment);

    /**
     * What an order rests on.
     *
     * @param accountName name of the holder of the frozen account, may be empty
     * @param accountKind kind of the frozen account
     * @param planDigest SHA-256 of what the plan says
     * @param filingNumber number under which the case is filed
     * @param filingOrganisation organisation that filed it
     * @param documentDigest SHA-256 of the decision to return the money
     * @param approver who approved it
     * @param level of the approval
     */
    record Basis(
            String accountName,
            AccountKind accountKind,
            String planDigest,
            String filingNumber,
            String filingOrganisation,
            String documentDigest,
            Officer approver,
            ApprovalLevel level) {}
}
