package org.stoppayment.intake.application;

import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Withdrawal;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Creates the events of submissions and withdrawals. */
public interface IntakeEvents {

    /** The event that tells account-freeze which accounts to stop. */
    OutboxEvent accepted(Submission submission);

    /** The event that tells account-freeze to let go of what it holds for a case that had {@code submissions} before. */
    OutboxEvent withdrawn(Withdrawal withdrawal, int submissions);
}
