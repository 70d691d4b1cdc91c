package org.stoppayment.intake.application;

import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Creates the events of filings and closings. */
public interface FilingEvents {

    /** The event that tells account-freeze that a case may be frozen for, and by which document. */
    OutboxEvent filed(Filing filing);

    /** The event that tells account-freeze that a case is closed. */
    OutboxEvent closed(Closing closing);
}
