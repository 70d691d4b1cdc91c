package org.stoppayment.freeze.facts.application;

import java.time.Instant;
import java.util.List;
import org.stoppayment.freeze.facts.domain.Balance;
import org.stoppayment.freeze.facts.domain.Booking;
import org.stoppayment.freeze.facts.domain.CaseStatus;
import org.stoppayment.freeze.facts.domain.Hold;
import org.stoppayment.freeze.facts.domain.ReportedTransfer;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/** Port: makes the events that tell facts. */
public interface FactEvents {

    /** Tells transfers of a case, and the name of its victim, empty when not known. */
    List<OutboxEvent> transfers(CaseId caseId, String victimName, List<ReportedTransfer> transfers, Instant at);

    /** Tells bookings, those of one account together. */
    List<OutboxEvent> bookings(List<Booking> bookings, Instant at);

    /** Tells a balance. */
    OutboxEvent balance(Balance balance, Instant at);

    /** Tells a hold. */
    OutboxEvent hold(Hold hold, Instant at);

    /** Tells what a case is and has come to. */
    OutboxEvent status(CaseStatus status, Instant at);
}
