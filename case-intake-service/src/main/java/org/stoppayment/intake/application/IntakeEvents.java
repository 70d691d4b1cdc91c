package org.stoppayment.intake.application;

import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Creates the event of a submission. */
public interface IntakeEvents {

    /** The event that tells account-freeze which accounts to stop. */
    OutboxEvent accepted(Submission submission);
}
