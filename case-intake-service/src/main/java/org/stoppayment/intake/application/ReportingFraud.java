package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.IntakeRules;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.Violation;

/** Takes a 110 report and opens a case with it. */
@ApplicationScoped
public class ReportingFraud {

    private final AcceptingSubmissions accepting;
    private final InstantSource clock;
    private final Ids ids;

    ReportingFraud(AcceptingSubmissions accepting, InstantSource clock, Ids ids) {
        this.accepting = accepting;
        this.clock = clock;
        this.ids = ids;
    }

    /** Ends once the report is durable. Fails with every violation at once, or when the request id was used for another. */
    public Uni<Receipt> accept(FraudReport report) {
        Instant now = clock.instant();
        List<Violation> warnings = IntakeRules.examine(report, now).warningsOrRefuse();
        UUID caseId = ids.next();
        return accepting.accept(new Submission(
                Ids.parse(report.requestId()).orElseThrow(),
                caseId,
                Submission.Kind.REPORT,
                report.channel(),
                report.fraudType(),
                report.receivedAt().orElse(now),
                now,
                report.operator(),
                report.transfers().stream()
                        .map(transfer -> new IdentifiedTransfer(ids.next(), transfer, Optional.empty()))
                        .toList(),
                report.protectiveStops(),
                warnings,
                report.content()));
    }
}
