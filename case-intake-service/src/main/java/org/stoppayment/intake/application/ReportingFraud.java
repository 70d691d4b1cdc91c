package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.stoppayment.intake.domain.FraudReport;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.rules.IntakeRules;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;

/** Accepts a 110 report and opens a case. */
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

    /** Completes once the report is durable. Fails with all violations, or when the request id was used for other content. */
    public Uni<Receipt> accept(FraudReport report) {
        Instant now = clock.instant();
        List<Violation> warnings = IntakeRules.examine(report, now).warningsOrRefuse();
        CaseId caseId = ids.newCaseId();
        return accepting.accept(new Submission(
                Ids.parse(report.requestId()).orElseThrow(),
                caseId,
                Submission.Kind.REPORT,
                report.channel(),
                report.fraudType(),
                report.receivedAt().orElse(now),
                now,
                report.operator(),
                report.victim().name(),
                report.transfers().stream()
                        .map(transfer -> new IdentifiedTransfer(ids.newTransferId(), transfer, Optional.empty()))
                        .toList(),
                report.protectiveStops(),
                warnings,
                report.content()));
    }
}
