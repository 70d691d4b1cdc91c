package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoppayment.intake.domain.CaseReport;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Filing;
import org.stoppayment.intake.domain.filing.FilingRequest;
import org.stoppayment.intake.domain.filing.PoliceCase;
import org.stoppayment.intake.domain.rules.FilingRules;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Files a case (立案), and corrects its filing: a correction is another revision. Nothing is frozen for a case that is not filed. */
@ApplicationScoped
public class FilingCases {

    private final RecordingDecisions recording;
    private final CaseDecisions decisions;
    private final CaseReports reports;
    private final FilingEvents events;
    private final InstantSource clock;

    FilingCases(
            RecordingDecisions recording,
            CaseDecisions decisions,
            CaseReports reports,
            FilingEvents events,
            InstantSource clock) {
        this.recording = recording;
        this.decisions = decisions;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What the caller is told.
     *
     * @param filing as it is stored
     * @param replayed true when the request id had been accepted before
     */
    public record Answer(Filing filing, boolean replayed) {}

    /**
     * Completes once the filing is durable.
     *
     * @param receivedAt reads from a stored report when the call began
     */
    public Uni<Answer> file(FilingRequest request, Function<Content, Optional<Instant>> receivedAt) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as the database keeps it
        FilingRules.requireValid(request, now);
        CaseId caseId = CaseId.of(request.caseId());
        return reports.reports(List.of(caseId))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new ServiceException.NotFound("caseId", request.caseId())))
                .chain(report -> store(request, caseId, reportedAt(report, receivedAt), now));
    }

    /** A report that was entered late says when the call began; that moment may be wrong only towards the future. */
    private static Instant reportedAt(CaseReport report, Function<Content, Optional<Instant>> receivedAt) {
        return receivedAt
                .apply(report.content())
                .filter(received -> received.isBefore(report.acceptedAt()))
                .orElse(report.acceptedAt());
    }

    private Uni<Answer> store(FilingRequest request, CaseId caseId, Instant reportedAt, Instant now) {
        CaseDecisions.Request stored =
                new CaseDecisions.Request(Ids.parse(request.requestId()).orElseThrow(), caseId, request.content());
        return recording
                .storeOnce(
                        stored,
                        () -> decisions.file(
                                stored, current -> decide(current, request, reportedAt, now), events::filed))
                .map(answer -> new Answer(answer.decision(), answer.replayed()));
    }

    private static Filing decide(PoliceCase current, FilingRequest request, Instant reportedAt, Instant now) {
        Filing filing = request.correction()
                .map(correction -> current.correct(request, correction, now))
                .orElseGet(() -> current.file(request, now));
        FilingRules.requireAfterReport(request, reportedAt);
        return filing;
    }
}
