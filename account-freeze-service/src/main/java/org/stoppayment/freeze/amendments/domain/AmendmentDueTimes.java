package org.stoppayment.freeze.amendments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.domain.Jitter;

/**
 * When an amendment is due next. The times are kept in the rows only.
 *
 * @param lease how long a sending process may be silent before it counts as dead
 * @param feedbackPatience how long after a 202 the feedback may take before we inquire
 * @param firstResend longest wait before the first retry of an amendment that could not be sent; doubles with each retry
 * @param slowestResend longest wait before any retry
 * @param jitter of retries and inquiries
 */
public record AmendmentDueTimes(
        Duration lease, Duration feedbackPatience, Duration firstResend, Duration slowestResend, Jitter jitter) {

    /** When {@code amendment} is due next; empty when never. The rules are those of its stop. */
    public Optional<Instant> next(StopAmendment amendment, DoubtRules rules, Instant now) {
        return next(amendment.state(), amendment.failures(), rules, now);
    }

    /** The same, of a message in {@code state} that brought no result so many times in a row. */
    public Optional<Instant> next(AmendmentState state, int failures, DoubtRules rules, Instant now) {
        return wait(state, failures, rules).map(now::plus);
    }

    private Optional<Duration> wait(AmendmentState state, int failures, DoubtRules rules) {
        int repeats = Math.max(0, failures - 1);
        return switch (state) {
            case QUEUED ->
                Optional.of(failures == 0 ? Duration.ZERO : jitter.backoff(firstResend, slowestResend, repeats));
            case SENDING -> Optional.of(lease);
            case ACCEPTED -> Optional.of(feedbackPatience);
            case IN_DOUBT -> Optional.of(jitter.backoff(rules.firstInquiry(), rules.slowestInquiry(), repeats));
            case DONE, DECLINED -> Optional.empty();
        };
    }
}
