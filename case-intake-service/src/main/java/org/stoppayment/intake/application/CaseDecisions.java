package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.intake.domain.Closing;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.filing.PoliceCase;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * Write port: filings and closings of cases. Each is one commit with its event. The case is locked meanwhile, so that decisions and
 * supplements of one case come one after another.
 */
public interface CaseDecisions {

    /**
     * Stores a revision of a filing. The case is FILED. Empty when there is no such case.
     *
     * @param decide makes it from the case as it stands, or throws; then nothing is written
     */
    Uni<Optional<Recorded<Filing>>> file(
            Request request, Function<PoliceCase, Filing> decide, Function<Filing, OutboxEvent> event);

    /**
     * Stores a closing. The case is CLOSED. Empty when there is no such case.
     *
     * @param decide makes it from the case as it stands, or throws; then nothing is written
     */
    Uni<Optional<Recorded<Closing>>> close(
            Request request, Function<PoliceCase, Closing> decide, Function<Closing, OutboxEvent> event);

    /**
     * What a decision is stored under.
     *
     * @param requestId made by the caller
     * @param caseId of the case
     * @param content the request, byte for byte
     */
    record Request(UUID requestId, CaseId caseId, Content content) {}

    /**
     * A stored decision.
     *
     * @param decision the filing or closing
     * @param digest SHA-256 of the request that it was stored with
     * @param event to hand over; empty when the request id was known: then nothing was written
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Recorded<T>(T decision, byte[] digest, Optional<OutboxEvent> event) {}
}
