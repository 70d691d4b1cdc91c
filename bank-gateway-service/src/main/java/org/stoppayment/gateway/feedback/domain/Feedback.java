package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.Violation;

/**
 * What an institution says about an order, whatever wire it came by.
 *
 * @param id the order
 * @param resultCode what came of it
 * @param stoppedAt when the institution stopped the account
 * @param balance what is held
 * @param mismatched names of the order's fields that did not match
 * @param outflows where the money went after it came in
 * @param complete true when no more outflows are to come
 * @param inflows what came into the account in the 72 hours before the stop
 * @param unreadable fields of outflows and inflows that could not be read; those bookings are left out
 */
public record Feedback(
        ApplicationId id,
        ResultCode resultCode,
        Optional<Instant> stoppedAt,
        Optional<Money> balance,
        List<String> mismatched,
        List<Outflow> outflows,
        boolean complete,
        List<Inflow> inflows,
        List<String> unreadable) {

    public Feedback {
        mismatched = List.copyOf(mismatched);
        outflows = List.copyOf(outflows);
        inflows = List.copyOf(inflows);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * What is missing. A stop in effect names its moment, from which 48 hours are counted, and what it holds; the lift or the
     * extension of a stop names neither. Where the gateway cannot tell which it is, a success names both or neither, and account-freeze, which
     * knows the order, sees to the rest.
     */
    public List<Violation> missingAs(OrderKind asked) {
        if (resultCode.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        boolean mayBeAnother = asked == OrderKind.ANY && resultCode.equals(ResultCode.OK);
        if (mayBeAnother && stoppedAt.isEmpty() && balance.isEmpty()) {
            return List.of();
        }
        List<Violation> missing = new ArrayList<>();
        if (stoppedAt.isEmpty()) {
            missing.add(missing("stoppedAt", "the moment of the stop"));
        }
        if (balance.isEmpty()) {
            missing.add(missing("balanceFen", "the balance held"));
        }
        return missing;
    }

    private Violation missing(String field, String expected) {
        return new Violation(
                field, "REQUIRED", field + ": none (expected: " + expected + ", with resultCode " + resultCode + ")");
    }
}
