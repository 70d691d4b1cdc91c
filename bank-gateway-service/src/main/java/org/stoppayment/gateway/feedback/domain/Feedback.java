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
 * @param balance the balance; empty when it is not told or cannot be read
 * @param mismatched names of the order's fields that did not match
 * @param outflows money that left the account after it had come in
 * @param complete true when no more outflows will be reported
 * @param inflows money that came into the account in the 72 hours before the stop
 * @param freeze what a freeze holds; empty unless the feedback is about a freeze or a change of its sum
 * @param refund what was paid; empty unless the feedback is about a refund that was paid
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
        Optional<FreezeStatus> freeze,
        Optional<RefundStatus> refund,
        List<Violation> unreadable) {

    private static final String STOPPED_AT = "stoppedAt";
    private static final String BALANCE = "balanceFen";
    private static final String FROZEN_AT = "freeze.frozenAt";
    private static final String FROZEN = "freeze.frozenFen";
    private static final String FREEZE_PREFIX = "freeze";
    private static final String RECEIPT_ID = "refund.receiptId";
    private static final String PAID_AT = "refund.paidAt";
    private static final String PAID = "refund.amountFen";
    private static final String RETURNED_AT = "refund.returned.returnedAt";
    private static final String RETURNED = "refund.returned.amountFen";
    private static final String REFUND_PREFIX = "refund";

    public Feedback {
        mismatched = List.copyOf(mismatched);
        outflows = List.copyOf(outflows);
        inflows = List.copyOf(inflows);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * The required fields that are missing or cannot be read; the result counts all the same. A stop in effect has its moment, from
     * which the 48 hours are counted, and the balance held; a freeze in effect has its moment, the sum that it holds and the balance;
     * a refund that was paid has its receipt, its moment and the sum; a lift, an extension and a renewal have none of them. When the
     * kind of the order is unknown, {@code freeze} tells a freeze and {@code refund} a refund, and a success without them must have both
     * fields of a stop or neither; account-freeze, which knows the order, tells the rest.
     */
    public List<Violation> missingFields(OrderKind kind) {
        if (resultCode.meaning() != ResultCode.Meaning.IN_EFFECT) {
            return List.of();
        }
        boolean isFreeze = kind == OrderKind.FREEZE || freeze.isPresent();
        boolean isRefund = kind == OrderKind.REFUND || refund.isPresent();
        boolean isStop = kind == OrderKind.STOP || !isFreeze && !isRefund && !mayBeAmendment();
        List<Violation> missing = new ArrayList<>();
        if (isRefund) {
            missing.addAll(missingOfRefund(refund.orElse(RefundStatus.UNREADABLE)));
        }
        if (isStop && stoppedAt.isEmpty()) {
            missing.add(missing(STOPPED_AT));
        }
        if (isFreeze && freeze.flatMap(FreezeStatus::frozenAt).isEmpty()) {
            missing.add(missing(FROZEN_AT));
        }
        if (isFreeze && freeze.flatMap(FreezeStatus::frozen).isEmpty()) {
            missing.add(missing(FROZEN));
        }
        if ((isStop || isFreeze) && balance.isEmpty()) {
            missing.add(missing(BALANCE));
        }
        return missing;
    }

    private List<Violation> missingOfRefund(RefundStatus told) {
        List<Violation> missing = new ArrayList<>();
        if (told.receiptId().isEmpty()) {
            missing.add(missing(RECEIPT_ID));
        }
        if (told.paidAt().isEmpty()) {
            missing.add(missing(PAID_AT));
        }
        if (told.paid().isEmpty()) {
            missing.add(missing(PAID));
        }
        told.returned().ifPresent(back -> {
            if (back.returnedAt().isEmpty()) {
                missing.add(missing(RETURNED_AT));
            }
            if (back.amount().isEmpty()) {
                missing.add(missing(RETURNED));
            }
        });
        return missing;
    }

    private boolean mayBeAmendment() {
        return resultCode.equals(ResultCode.OK) && stoppedAt.isEmpty() && balance.isEmpty();
    }

    /**
     * What the institution must correct: the fields that cannot be read, and the required ones that are missing.
     *
     * @param kind what the feedback is about, as far as it is known
     * @param required the fields that the service which knows the order requires and has not got
     */
    public List<Violation> toCorrect(OrderKind kind, List<String> required) {
        Set<String> named = new HashSet<>();
        return Stream.of(
                        unreadable.stream(),
                        missingFields(kind).stream(),
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

    /** The fields of the freeze that could not be read, such as {@code freeze.waitingPlace}. */
    public List<String> unreadableFreeze() {
        return unreadable(FREEZE_PREFIX);
    }

    /** The fields of the refund that could not be read, such as {@code refund.receiptId}. */
    public List<String> unreadableRefund() {
        return unreadable(REFUND_PREFIX);
    }

    private List<String> unreadable(String prefix) {
        return unreadable.stream()
                .map(Violation::field)
                .filter(field -> field.startsWith(prefix))
                .toList();
    }

    private Violation missing(String field) {
        String expected =
                switch (field) {
                    case STOPPED_AT -> "the moment of the stop";
                    case BALANCE -> freeze.isPresent() ? "the balance" : "the balance held";
                    case FROZEN_AT -> "the moment of the freeze";
                    case FROZEN -> "the sum that the freeze holds";
                    case RECEIPT_ID -> "the institution's own id of the payment";
                    case PAID_AT -> "the moment of the payment";
                    case PAID -> "the sum paid";
                    case RETURNED_AT -> "the moment when the money came back";
                    case RETURNED -> "the sum that came back";
                    default -> "a value";
                };
        return new Violation(
                field, "REQUIRED", field + ": none (expected: " + expected + ", with resultCode " + resultCode + ")");
    }
}
