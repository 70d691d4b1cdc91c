package org.stoppayment.gateway.trial.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Feedback;

/**
 * What an institution did after one message of a trial.
 *
 * @param step the step
 * @param appliedAt when the order was made
 * @param timeout how long the institution had to answer
 * @param exchange the request and its answer
 * @param calledBack the feedback that was called back after an answer 202; empty when none was
 * @param refusedCallbacks number of callbacks in the institution's name that were refused meanwhile
 * @param toStop what the institution said to the stop; empty for the stop itself, or when it said nothing
 */
public record Reply(
        TrialStep step,
        Instant appliedAt,
        Duration timeout,
        Exchange exchange,
        Optional<Feedback> calledBack,
        int refusedCallbacks,
        Optional<Feedback> toStop) {}
