package org.stoppayment.simulator.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stoppayment.kernel.ResultCode;

/**
 * What became of an order, in the contract's own field names; absent fields are null.
 *
 * @param applicationId the order's
 * @param resultCode the platform's code
 * @param stoppedAt the stop moment, with 0000 and 1200
 * @param balanceFen the whole balance held, with 0000 and 1200
 * @param mismatched fields of the order that did not match
 * @param outflows what left after the first matched inflow
 * @param inflows what came in during the 72 hours before the stop, and what the order is about
 * @param complete false: more outflows are to come
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
        boolean complete) {

    public Feedback {
        mismatched = List.copyOf(mismatched);
        outflows = List.copyOf(outflows);
        inflows = List.copyOf(inflows);
    }

    /** A feedback that is a code and, perhaps, the fields that did not match. */
    public static Feedback plain(String applicationId, ResultCode code, List<String> mismatched) {
        return new Feedback(applicationId, code.value(), null, null, mismatched, List.of(), List.of(), true);
    }

    /** The same with the first half of the outflows only, and more to come; as it is when it stopped nothing. */
    public Feedback firstPart() {
        List<Outflow> first = outflows.subList(0, outflows.size() / 2);
        return stoppedAt == null
                ? this
                : new Feedback(applicationId, resultCode, stoppedAt, balanceFen, mismatched, first, inflows, false);
    }

    /** The same, about another order. */
    public Feedback withApplicationId(String other) {
        return new Feedback(other, resultCode, stoppedAt, balanceFen, mismatched, outflows, inflows, complete);
    }

    /**
     * A booking out of the account.
     *
     * @param serial the institution's
     * @param kind TRANSFER, CASH or MERCHANT
     * @param amountFen the sum in fen
     * @param bookedAt when
     * @param sequence order among bookings of the same moment
     * @param payee who got it, for a transfer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outflow(
            String serial,
            String kind,
            long amountFen,
            Instant bookedAt,
            long sequence,
            @Nullable Party payee) {}

    /**
     * A booking into the account.
     *
     * @param serial the institution's own, not the payer's
     * @param amountFen the sum in fen
     * @param bookedAt when
     * @param payer who paid, as far as it is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inflow(
            String serial,
            long amountFen,
            Instant bookedAt,
            @Nullable Party payer) {}

    /** The other side of a booking, as far as it is known. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            @Nullable String institutionCode,
            String number,
            @Nullable String name,
            @Nullable String kind) {}
}
