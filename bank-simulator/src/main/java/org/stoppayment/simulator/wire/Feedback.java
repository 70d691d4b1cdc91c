package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ResultCode;

/**
 * The feedback on an order, with the field names of the contract; absent fields are null.
 *
 * @param applicationId application id of the order
 * @param resultCode result code of the national platform
 * @param stoppedAt the stop moment, with 0000 and 1200
 * @param balanceFen the balance, with 0000 and 1200
 * @param mismatched fields of the order that did not match
 * @param outflows outflows after the first matched inflow
 * @param inflows inflows of the 72 hours before the stop, and the matched ones
 * @param freeze what a freeze holds; null unless the order is a freeze or a change of its sum
 * @param refund what was paid; null unless the order is a refund that was paid
 * @param complete false when more outflows will be reported
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Feedback(
        String applicationId,
        String resultCode,
        @Nullable Instant stoppedAt,
        @Nullable Long balanceFen,
        List<String> mismatched,
        List<Outflow> outflows,
        List<Inflow> inflows,
        @Nullable FreezeStatus freeze,
        @Nullable RefundStatus refund,
        boolean complete) {

    public Feedback {
        mismatched = List.copyOf(mismatched);
        outflows = List.copyOf(outflows);
        inflows = List.copyOf(inflows);
    }

    /** A feedback with a code and the fields that did not match. */
    public static Feedback plain(String applicationId, ResultCode code, List<String> mismatched) {
        return new Feedback(
                applicationId, code.value(), null, null, mismatched, List.of(), List.of(), null, null, true);
    }

    /** The feedback of a refund that was paid. */
    public static Feedback refund(String applicationId, ResultCode code, RefundStatus paid) {
        return new Feedback(applicationId, code.value(), null, null, List.of(), List.of(), List.of(), null, paid, true);
    }

    /** This feedback with the application id in the place of the receipt; unchanged unless it is a refund that was paid. */
    public Feedback withApplicationIdAsReceipt() {
        return refund == null
                ? this
                : new Feedback(
                        applicationId,
                        resultCode,
                        stoppedAt,
                        balanceFen,
                        mismatched,
                        outflows,
                        inflows,
                        freeze,
                        refund.withReceiptId(applicationId),
                        complete);
    }

    /** This feedback with only the first half of the outflows and {@code complete: false}; unchanged unless it is a stop. */
    public Feedback firstPart() {
        List<Outflow> first = outflows.subList(0, outflows.size() / 2);
        return stoppedAt == null
                ? this
                : new Feedback(
                        applicationId,
                        resultCode,
                        stoppedAt,
                        balanceFen,
                        mismatched,
                        first,
                        inflows,
                        null,
                        null,
                        false);
    }

    /** This feedback with nothing but its application id and result code. */
    public Feedback onlyResult() {
        return new Feedback(applicationId, resultCode, null, null, List.of(), List.of(), List.of(), null, null, true);
    }

    /** This feedback with preliminary serials of the outflows and {@code complete: false}; unchanged unless it is a stop. */
    public Feedback pending() {
        List<Outflow> pending = outflows.stream().map(Outflow::pending).toList();
        return stoppedAt == null
                ? this
                : new Feedback(
                        applicationId,
                        resultCode,
                        stoppedAt,
                        balanceFen,
                        mismatched,
                        pending,
                        inflows,
                        null,
                        null,
                        false);
    }

    /** This feedback with another application id. */
    public Feedback withApplicationId(String other) {
        return new Feedback(
                other, resultCode, stoppedAt, balanceFen, mismatched, outflows, inflows, freeze, refund, complete);
    }

    /**
     * What a freeze holds.
     *
     * @param frozenAt when it took effect, with 0000 and 1200
     * @param frozenFen the sum that it holds, with 0000 and 1200
     * @param waitingPlace its place among the waiting freezes, 1 for the next; only when it waits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FreezeStatus(
            @Nullable Instant frozenAt,
            @Nullable Long frozenFen,
            @Nullable Integer waitingPlace) {}

    /**
     * What was paid.
     *
     * @param receiptId the institution's own id of the payment
     * @param paidAt when it was paid
     * @param amountFen the sum paid
     * @param frozenFen what the freeze held after the payment
     * @param returned that the money came back; null when it did not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RefundStatus(
            String receiptId,
            Instant paidAt,
            long amountFen,
            long frozenFen,
            @Nullable RefundReturn returned) {

        private RefundStatus withReceiptId(String other) {
            return new RefundStatus(other, paidAt, amountFen, frozenFen, returned);
        }
    }

    /**
     * Money that came back from the payee's institution.
     *
     * @param returnedAt when it came back
     * @param amountFen the sum
     * @param reason why
     * @param frozenFen what the freeze holds since then
     */
    public record RefundReturn(Instant returnedAt, long amountFen, String reason, long frozenFen) {}

    /**
     * A booking out of the account.
     *
     * @param serial the institution's serial
     * @param kind TRANSFER, CASH or MERCHANT
     * @param amountFen the sum in fen
     * @param bookedAt when it was booked
     * @param sequence order among bookings of the same moment
     * @param payee the payee of a transfer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outflow(
            String serial,
            String kind,
            long amountFen,
            Instant bookedAt,
            long sequence,
            @Nullable Party payee) {

        private static final String PENDING_PREFIX = "PENDING-";

        private Outflow pending() {
            return new Outflow(PENDING_PREFIX + serial, kind, amountFen, bookedAt, sequence, payee);
        }
    }

    /**
     * A booking into the account.
     *
     * @param serial the institution's serial, not the payer's
     * @param amountFen the sum in fen
     * @param bookedAt when it was booked
     * @param payer the payer, as far as known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inflow(
            String serial,
            long amountFen,
            Instant bookedAt,
            @Nullable Party payer) {}

    /** The other account of a booking, as far as known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            @Nullable String institutionCode,
            String number,
            @Nullable String name,
            @Nullable String kind) {}
}
