package org.stoppayment.gateway.trial.domain;

import java.util.List;
import java.util.Optional;
import org.stoppayment.gateway.feedback.domain.Feedback;

/**
 * What came of one step of a trial.
 *
 * @param step the step
 * @param exchange the request and its answer; empty when the step was left out
 * @param feedback what the institution said, in its answer or a callback; empty when it said nothing that can be read
 * @param calledBack true when the feedback came in a callback, after an answer 202
 * @param findings what is wrong; empty when nothing is
 */
public record StepReport(
        TrialStep step,
        Optional<Exchange> exchange,
        Optional<Feedback> feedback,
        boolean calledBack,
        List<Finding> findings) {

    public StepReport {
        findings = List.copyOf(findings);
    }

    /** A step that was left out. */
    public static StepReport skipped(TrialStep step) {
        return new StepReport(step, Optional.empty(), Optional.empty(), false, List.of());
    }
}
