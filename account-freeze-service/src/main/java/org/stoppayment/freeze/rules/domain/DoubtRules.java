package org.stoppayment.freeze.rules.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows when no answer comes, as figures. The time-out of an answer is in the registry of institutions.
 *
 * @param firstInquiry longest wait before the first inquiry; doubles with each inquiry
 * @param slowestInquiry longest wait before any inquiry
 * @param budget how long inquiries go on before a person must act
 * @param bookingsInquiry longest wait before the next inquiry for announced bookings, once the budget is spent
 * @param alertAfter age of the first failure at which an unsettled order raises an alert; also age of the request at which an
 *     amendment without a result does
 */
public record DoubtRules(
        Duration firstInquiry,
        Duration slowestInquiry,
        Duration budget,
        Duration bookingsInquiry,
        Duration alertAfter) {

    /** True when inquiries have gone on long enough since the first failure: a person must act. */
    public boolean isBudgetSpent(Optional<Instant> firstFailureAt, Instant now) {
        return firstFailureAt.filter(first -> !now.isBefore(first.plus(budget))).isPresent();
    }
}
