package org.stoppayment.freeze.facts.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a query for one page was answered.
 *
 * @param asOf the moment for which the answer holds; empty when it was not told
 * @param balance the sum on the account, of BALANCE
 * @param opening the sum before the first of the bookings, of TRANSACTIONS; empty when it was not told
 * @param bookings of TRANSACTIONS, oldest first
 * @param isLast false when more pages follow
 */
public record AnswerPage(
        Optional<Instant> asOf,
        Optional<Money> balance,
        Optional<Money> opening,
        List<StatementBooking> bookings,
        boolean isLast) {}
