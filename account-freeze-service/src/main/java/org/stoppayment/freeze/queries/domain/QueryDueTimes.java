package org.stoppayment.freeze.queries.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.amendments.domain.AmendmentDueTimes;
import org.stoppayment.freeze.amendments.domain.AmendmentState;
import org.stoppayment.freeze.rules.domain.DoubtRules;

/**
 * When a query is due next. The times are kept in the rows only.
 *
 * @param messages due times of messages
 */
public record QueryDueTimes(AmendmentDueTimes messages) {

    /** When {@code query} is due next; empty when never. */
    public Optional<Instant> next(AccountQuery query, DoubtRules doubt, Instant now) {
        int failures = query.progress().failures();
        if (query.awaitsRest(now)) {
            return isEarly(query, doubt, now)
                    ? messages.next(AmendmentState.IN_DOUBT, failures, doubt, now)
                    : Optional.of(now.plus(doubt.bookingsInquiry()));
        }
        return messages.next(query.state().delivery(), failures, doubt, now);
    }

    /** What is owed is asked for often at first, and seldom once the budget is spent. */
    private static boolean isEarly(AccountQuery query, DoubtRules doubt, Instant now) {
        Duration since =
                query.answer().map(kept -> Duration.between(kept.at(), now)).orElse(Duration.ZERO);
        return since.compareTo(doubt.budget()) < 0;
    }
}
