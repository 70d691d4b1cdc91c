package org.stoppayment.intake.application;

import java.time.Duration;

/** The queue of reports, supplements and withdrawals before their commit. */
public interface CommitQueue {

    /** How long a report that is taken now would wait for its commit to begin. */
    Duration expectedWait();
}
