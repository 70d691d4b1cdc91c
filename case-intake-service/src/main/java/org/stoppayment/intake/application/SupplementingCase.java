package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoppayment.intake.domain.CaseStatus;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.Content;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.Victim;
import org.stoppayment.intake.domain.rules.IntakeRules;
import org.stoppayment.intake.domain.rules.SupplementRules;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kernel.ids.TransferId;

/** Adds later information to a case. Nothing is overwritten: a correction is a new transfer. */
@ApplicationScoped
public class SupplementingCase {

    private static final int MAX_RETRIES = 3;

    private final AcceptingSubmissions accepting;
    private final Submissions submissions;
    private final Cases cases;
    private final InstantSource clock;
    private final Ids ids;

    SupplementingCase(
            AcceptingSubmissions accepting, Submissions submissions, Cases cases, InstantSource clock, Ids ids) {
        this.accepting = accepting;
        this.submissions = submissions;
        this.cases = cases;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Completes once the supplement is durable.
     *
     * @param victim reads the victim of a stored report
     */
    public Uni<Receipt> accept(CaseSupplement supplement, Function<Content, Victim> victim) {
        Instant now = clock.instant();
        List<Violation> warnings = IntakeRules.examine(supplement, now).warningsOrRefuse();
        CaseId caseId = CaseId.of(supplement.caseId());
        UUID requestId = Ids.parse(supplement.requestId()).orElseThrow();
        return Uni.createFrom()
                .deferred(() -> checkAndAccept(supplement, requestId, caseId, warnings, now, victim))
                .onFailure(Submissions.CaseChanged.class)
                .retry()
                .atMost(MAX_RETRIES);
    }

    /** A resend is not checked against the case, which already includes the first send. */
    private Uni<Receipt> checkAndAccept(
            CaseSupplement supplement,
            UUID requestId,
            CaseId caseId,
            List<Violation> warnings,
            Instant now,
            Function<Content, Victim> victim) {
        return submissions.find(requestId).chain(stored -> cases.find(caseId).chain(found -> {
            CaseView view = found.orElseThrow(() -> new ServiceException.NotFound("caseId", supplement.caseId()));
            if (stored.isEmpty()) {
                view.summary().status().after(CaseStatus.Move.SUPPLEMENT, caseId);
                SupplementRules.requireFit(supplement, view);
            }
            String victimName = view.report().map(victim).map(Victim::name).orElse("");
            List<Violation> all = Stream.concat(
                            warnings.stream(), SupplementRules.warnings(supplement, view, victimName).stream())
                    .toList();
            return accepting.accept(submission(supplement, requestId, view, victimName, all, now));
        }));
    }

    private Submission submission(
            CaseSupplement supplement,
            UUID requestId,
            CaseView view,
            String victimName,
            List<Violation> warnings,
            Instant now) {
        List<IdentifiedTransfer> transfers = new ArrayList<>();
        supplement
                .transfers()
                .forEach(transfer ->
                        transfers.add(new IdentifiedTransfer(ids.newTransferId(), transfer, Optional.empty())));
        supplement.corrections().forEach(correction -> {
            TransferId corrected = TransferId.of(correction.transferId());
            transfers.add(new IdentifiedTransfer(
                    ids.newTransferId(),
                    correction.corrected(),
                    Optional.of(corrected),
                    view.lastPublished(corrected),
                    view.lastPublishedPayer(corrected)));
        });
        return new Submission(
                requestId,
                view.summary().caseId(),
                Submission.Kind.SUPPLEMENT,
                "",
                view.summary().fraudType(),
                now,
                now,
                supplement.operator(),
                victimName,
                transfers,
                supplement.protectiveStops(),
                warnings,
                supplement.content());
    }
}
