package org.stoppayment.freeze.amendments.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.rules.domain.DoubtRules;
import org.stoppayment.freeze.shared.domain.Jitter;

/**
 * When an amendment must be looked at again. The times live in the rows; nothing else remembers them.
 *
 * @param lease how long a process that sends may be silent before it counts as dead
 * @param feedbackPatience how long after a 202 the feedback may take before we inquire
 * @param firstResend what could not be sent is tried again within this time, then within twice the time before
 * @param slowestResend but never later than this
 * @param jitter of what is tried again
 */
public record AmendmentDueTimes(
        Duration lease, Duration feedbackPatience, Duration firstResend, Duration slowestResend, Jitter jitter) {

    /** When {@code amendment} must be looked at again; empty when never. The rules are those of its stop. */
    public Optional<Instant> next(StopAmendment amendment, DoubtRules rules, Instant now) {
        return wait(amendment, rules).map(now::plus);
    }

    private Optional<Duration> wait(StopAmendment amendment, DoubtRules rules) {
        int repeats = Math.max(0, amendment.failures() - 1);
        return switch (amendment.state()) {
            case QUEUED ->
                Optional.of(
                        amendment.failures() == 0
                                ? Duration.ZERO
                                : jitter.backoff(firstResend, slowestResend, repeats));
            case SENDING -> Optional.of(lease);
            case ACCEPTED -> Optional.of(feedbackPatience);
            case IN_DOUBT -> Optional.of(jitter.backoff(rules.firstInquiry(), rules.slowestInquiry(), repeats));
            case DONE, DECLINED -> Optional.empty();
        };
    }
}
