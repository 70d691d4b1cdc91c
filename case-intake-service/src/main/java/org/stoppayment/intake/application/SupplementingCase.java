package org.stoppayment.intake.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.intake.domain.CaseSupplement;
import org.stoppayment.intake.domain.CaseView;
import org.stoppayment.intake.domain.IntakeRules;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.IdentifiedTransfer;
import org.stoppayment.intake.domain.SupplementRules;
import org.stoppayment.kernel.Ids;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.Violation;

/** Adds to a case what is learned while the call lasts. Nothing is overwritten: a correction is a transfer of its own. */
@ApplicationScoped
public class SupplementingCase {

    private static final int MAX_RACES = 3;

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

    /** Ends once the supplement is durable. */
    public Uni<Receipt> accept(CaseSupplement supplement) {
        Instant now = clock.instant();
        List<Violation> warnings = IntakeRules.examine(supplement, now).warningsOrRefuse();
        UUID caseId = Ids.parse(supplement.caseId()).orElseThrow();
        UUID requestId = Ids.parse(supplement.requestId()).orElseThrow();
        return Uni.createFrom()
                .deferred(() -> judgeAndAccept(supplement, requestId, caseId, warnings, now))
                .onFailure(Submissions.CaseMovedOn.class)
                .retry()
                .atMost(MAX_RACES);
    }

    /** A resend is not judged: the case is as the first send left it. */
    private Uni<Receipt> judgeAndAccept(
            CaseSupplement supplement, UUID requestId, UUID caseId, List<Violation> warnings, Instant now) {
        return submissions.find(requestId).chain(stored -> cases.find(caseId).chain(found -> {
            CaseView view = found.orElseThrow(() -> new ServiceException.NotFound("caseId", supplement.caseId()));
            if (stored.isEmpty()) {
                SupplementRules.mustFit(supplement, view);
            }
            return accepting.accept(submission(supplement, requestId, view, warnings, now));
        }));
    }

    private Submission submission(
            CaseSupplement supplement, UUID requestId, CaseView view, List<Violation> warnings, Instant now) {
        List<IdentifiedTransfer> transfers = new ArrayList<>();
        supplement
                .transfers()
                .forEach(transfer -> transfers.add(new IdentifiedTransfer(ids.next(), transfer, Optional.empty())));
        supplement.corrections().forEach(correction -> {
            Optional<UUID> old = Ids.parse(correction.transferId());
            transfers.add(
                    new IdentifiedTransfer(ids.next(), correction.corrected(), old, old.flatMap(view::lastAnnounced)));
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
                transfers,
                supplement.protectiveStops(),
                warnings,
                supplement.content());
    }
}
