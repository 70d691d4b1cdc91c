package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.Violation;

/**
 * What an institution reports about an order, in an answer or a callback.
 *
 * @param id the order
 * @param resultCode the result
 * @param stoppedAt when the institution stopped the account
 * @param balance the balance held
 * @param mismatched names of the order's fields that did not match
 * @param outflows money that left the account after it had come in
 * @param complete true when no more outflows will be reported
 * @param inflows money that came into the account in the 72 hours before the stop
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
     * The required fields that are missing. A stop in effect has its moment, from which the 48 hours are counted, and the balance
     * held; a lift and an extension have neither. When the kind of the order is unknown, a success must have both or neither;
     * account-freeze, which knows the order, checks the rest.
     */
    public List<Violation> missingFields(OrderKind kind) {
        if (resultCode.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        boolean mayBeAmendment = kind == OrderKind.ANY && resultCode.equals(ResultCode.OK);
        if (mayBeAmendment && stoppedAt.isEmpty() && balance.isEmpty()) {
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
