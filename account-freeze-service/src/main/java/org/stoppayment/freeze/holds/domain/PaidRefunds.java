package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.PaymentId;

/**
 * All refunds that are known to have been paid out of a freeze. What follows from them depends neither on the order in which they became
 * known nor on repetition: of each payment the highest revision counts.
 *
 * @param refunds every known revision of every payment
 */
public record PaidRefunds(List<Refund> refunds) {

    public PaidRefunds {
        refunds = List.copyOf(refunds);
    }

    /** What is paid in all. */
    public Money paid() {
        return paid(refunds.stream());
    }

    /** What is left of a sum that an institution told at {@code told}: it told it without what was paid by then. */
    Money leaveOf(Money sum, Instant told) {
        Money before = sum.plus(
                paid(refunds.stream().filter(refund -> !refund.occurredAt().isAfter(told))));
        return before.minus(paid().min(before));
    }

    private static Money paid(Stream<Refund> some) {
        return some
                .collect(Collectors.<Refund, PaymentId, Refund>toMap(
                        Refund::paymentId,
                        refund -> refund,
                        BinaryOperator.maxBy(Comparator.comparingInt(Refund::revision))))
                .values()
                .stream()
                .map(Refund::paid)
                .reduce(Money.ZERO, Money::plus);
    }
}
