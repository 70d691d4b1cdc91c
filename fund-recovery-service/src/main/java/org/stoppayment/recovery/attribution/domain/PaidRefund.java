package org.stoppayment.recovery.attribution.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * Money that an institution paid back to a victim out of an account, by one receipt. It is that victim's money that left, and the same victim's
 * when it comes back.
 *
 * @param paymentId of the payment
 * @param receiptId the institution's id of it
 * @param account that it left
 * @param caseId of the victim
 * @param payee the account that was paid
 * @param fen the sum
 * @param at when it was paid
 * @param returned what came back; empty when nothing did
 */
public record PaidRefund(
        UUID paymentId,
        String receiptId,
        AccountRef.Key account,
        CaseId caseId,
        AccountRef.Key payee,
        long fen,
        Instant at,
        Optional<Returned> returned) {

    /**
     * Money that came back.
     *
     * @param fen the sum
     * @param at when
     */
    public record Returned(long fen, Instant at) {}

    /** The flow out of the account. */
    Flow outflow() {
        return new Flow(
                flowId(1),
                Optional.of(account),
                Optional.empty(),
                fen,
                at,
                at,
                Long.MAX_VALUE,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.of(caseId));
    }

    /** The flow back. */
    Optional<Flow> inflow() {
        return returned.map(back -> new Flow(
                flowId(2),
                Optional.empty(),
                Optional.of(account),
                back.fen(),
                back.at(),
                back.at(),
                Long.MIN_VALUE,
                Optional.of(new Flow.Origin(Shares.of(Owner.victim(caseId), back.fen()), Provenance.REPORTED, 0)),
                Optional.empty()));
    }

    /** True for a booking by which the institution tells of the payment. */
    boolean isToldBy(AccountBooking booking, Duration tolerance) {
        return !booking.isIncoming()
                && booking.account().equals(account)
                && booking.fen() == fen
                && (booking.serial().equals(receiptId)
                        || booking.counterparty().equals(Optional.of(payee))
                                && Duration.between(at, booking.at()).abs().compareTo(tolerance) <= 0);
    }

    private FlowId flowId(int ordinal) {
        return new FlowId(FlowId.Source.REFUND, account, paymentId + "/" + receiptId, ordinal);
    }
}
