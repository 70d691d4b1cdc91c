package org.stoppayment.gateway.feedback.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kernel.Violation;

/**
 * What an institution reports about an order, in an answer or a callback.
 *
 * @param id the order
 * @param resultCode the result
 * @param stoppedAt when the institution stopped the account; empty when it is not told or cannot be read
 * @param balance the balance held; empty when it is not told or cannot be read
 * @param mismatched names of the order's fields that did not match
 * @param outflows money that left the account after it had come in
 * @param complete true when no more outflows will be reported
 * @param inflows money that came into the account in the 72 hours before the stop
 * @param unreadable fields that could not be read; they are left out, with the whole booking that one belongs to
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
        List<Violation> unreadable) {

    private static final String STOPPED_AT = "stoppedAt";
    private static final String BALANCE = "balanceFen";

    public Feedback {
        mismatched = List.copyOf(mismatched);
        outflows = List.copyOf(outflows);
        inflows = List.copyOf(inflows);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * The required fields that are missing or cannot be read; the result counts all the same. A stop in effect has its moment, from
     * which the 48 hours are counted, and the balance held; a lift and an extension have neither. When the kind of the order is
     * unknown, a success must have both or neither; account-freeze, which knows the order, tells the rest.
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
            missing.add(missing(STOPPED_AT));
        }
        if (balance.isEmpty()) {
            missing.add(missing(BALANCE));
        }
        return missing;
    }

    /**
     * What the institution must correct: the fields that cannot be read, and the required ones that are missing.
     *
     * @param required the fields that account-freeze, which knows the order, requires and has not got
     */
    public List<Violation> toCorrect(List<String> required) {
        Set<String> named = new HashSet<>();
        return Stream.of(
                        unreadable.stream(),
                        missingFields(OrderKind.ANY).stream(),
                        required.stream().map(this::missing))
                .flatMap(violations -> violations)
                .filter(violation -> named.add(violation.field()))
                .toList();
    }

    /** The fields of bookings that could not be read, such as {@code outflows[3].amountFen}; at most 100. */
    public List<String> unreadableBookings() {
        return unreadable.stream()
                .map(Violation::field)
                .filter(field -> field.startsWith("outflows") || field.startsWith("inflows"))
                .toList();
    }

    private Violation missing(String field) {
        String expected =
                switch (field) {
                    case STOPPED_AT -> "the moment of the stop";
                    case BALANCE -> "the balance held";
                    default -> "a value";
                };
        return new Violation(
                field, "REQUIRED", field + ": none (expected: " + expected + ", with resultCode " + resultCode + ")");
    }
}
