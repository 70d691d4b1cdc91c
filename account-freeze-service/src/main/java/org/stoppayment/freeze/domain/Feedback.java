package org.stoppayment.freeze.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;

/**
 * What an institution says about an order, whatever wire it came by.
 *
 * @param applicationId of the order
 * @param code the result
 * @param stoppedAt when the account was stopped
 * @param balance the whole balance held
 * @param mismatched fields of the order that did not match
 * @param outflows where the money went
 * @param complete true when no more outflows are to come
 */
public record Feedback(
        UUID applicationId,
        ResultCode code,
        Optional<Instant> stoppedAt,
        Optional<Money> balance,
        List<String> mismatched,
        List<Outflow> outflows,
        boolean complete) {

    /** The stop moment is so far ahead that the term is counted from receipt. */
    public static final String STOP_MOMENT_IN_FUTURE = "STOP_MOMENT_IN_FUTURE";

    /** There was less on the account than was reported. */
    public static final String BALANCE_SHORT = "BALANCE_SHORT";

    /** What it means for the order, received at {@code now}. */
    public StopOrderEvent toEvent(StopRules rules, Instant now) {
        return switch (code.meaning()) {
            case IN_EFFECT ->
                stoppedAt.isPresent() && balance.isPresent()
                        ? new StopOrderEvent.Confirmed(code, stop(stoppedAt.get(), balance.get(), rules, now))
                        : new StopOrderEvent.Unclear(code);
            case HELD_BY_OTHER -> new StopOrderEvent.Held(code);
            case IN_DOUBT -> new StopOrderEvent.Unclear(code);
            case NOT_SENT -> new StopOrderEvent.NotSent("CODE_" + code);
            case MANUAL -> new StopOrderEvent.NeedsPerson("CODE_" + code, List.of());
            case DECLINED -> new StopOrderEvent.Declined(code, mismatched);
        };
    }

    /** What is worth a look. */
    public List<String> flags(StopRules rules, Instant now) {
        if (code.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        List<String> flags = new ArrayList<>();
        if (code.equals(ResultCode.BALANCE_SHORT)) {
            flags.add(BALANCE_SHORT);
        }
        if (stoppedAt.isPresent() && rules.isTooFarAhead(stoppedAt.get(), now)) {
            flags.add(STOP_MOMENT_IN_FUTURE);
        }
        return flags;
    }

    private static Stop stop(Instant reported, Money balance, StopRules rules, Instant now) {
        Instant counted = rules.isTooFarAhead(reported, now) ? now : reported;
        return new Stop(reported, rules.endOfTerm(counted), balance);
    }

    /**
     * Money that left the account.
     *
     * @param serial of the booking; with the account it identifies the outflow
     * @param kind TRANSFER, CASH or MERCHANT
     * @param amount the sum
     * @param bookedAt when it was booked
     * @param sequence order among bookings of the same moment
     * @param payee the account that was paid; empty for cash
     */
    public record Outflow(
            String serial, String kind, Money amount, Instant bookedAt, long sequence, Optional<AccountRef> payee) {}
}
