package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.stoppayment.intake.domain.filing.ClosingRequest;
import org.stoppayment.intake.domain.rules.FilingRules;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Closes a filed case (结案): it takes no supplement any more. What is held for it stays held. */
@ApplicationScoped
public class ClosingCases {

    private final RecordingDecisions recording;
    private final CaseDecisions decisions;
    private final FilingEvents events;
    private final InstantSource clock;

    ClosingCases(RecordingDecisions recording, CaseDecisions decisions, FilingEvents events, InstantSource clock) {
        this.recording = recording;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the caller is told.
     *
     * @param caseId of the case
     * @param replayed true when the request id had been accepted before
     */
    public record Answer(CaseId caseId, boolean replayed) {}

    /** Completes once the closing is durable. */
    public Uni<Answer> close(ClosingRequest request) {
        FilingRules.requireValid(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        CaseDecisions.Request stored = new CaseDecisions.Request(
                Ids.parse(request.requestId()).orElseThrow(), CaseId.of(request.caseId()), request.content());
        return recording
                .storeOnce(
                        stored, () -> decisions.close(stored, current -> current.close(request, now), events::closed))
                .map(answer -> new Answer(stored.caseId(), answer.replayed()));
    }
}
