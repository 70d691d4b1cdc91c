package org.stoppayment.benchmarks.panache;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.exception.ConstraintViolationException;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * Submissions in Postgres as one writes them first: an entity a row, a transaction a submission. It takes the place of the intake's
 * own store; the rest of the service is the same.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class PanacheSubmissions implements Submissions {

    private final SubmissionWriter writer;

    PanacheSubmissions(SubmissionWriter writer) {
        this.writer = writer;
    }

    @Override
    public Uni<Outcome> insert(Submission submission, OutboxEvent event) {
        return writer.write(submission, event)
                .replaceWith(Outcome.STORED)
                .onFailure(ConstraintViolationException.class)
                .recoverWithItem(Outcome.REQUEST_ID_TAKEN);
    }

    @Override
    public Uni<Optional<Stored>> find(UUID requestId) {
        return Panache.withSession(() -> SubmissionRow.<SubmissionRow>findById(requestId)
                .onItem()
                .ifNotNull()
                .transformToUni(found -> TransferRow.<TransferRow>list("requestId = ?1 order by ordinal", requestId)
                        .map(rows -> stored(found, rows)))
                .map(Optional::ofNullable));
    }

    private static Stored stored(SubmissionRow found, List<TransferRow> rows) {
        List<TransferId> ids =
                rows.stream().map(row -> new TransferId(row.transferId)).toList();
        return new Stored(
                Submission.Kind.valueOf(found.kind),
                found.digest,
                new Receipt(new CaseId(found.caseId), List.of(), ids, true));
    }

    /** The transaction. */
    @ApplicationScoped
    static class SubmissionWriter {

        @WithTransaction
        Uni<Void> write(Submission submission, OutboxEvent event) {
            List<Object> rows = new ArrayList<>();
            rows.add(SubmissionRow.of(submission));
            if (submission.kind() == Submission.Kind.REPORT) {
                rows.add(CaseRow.opened(submission));
            }
            IntStream.range(0, submission.transfers().size())
                    .mapToObj(i -> TransferRow.of(submission, i))
                    .forEach(rows::add);
            rows.add(OutboxRow.of(submission, event));
            return supplemented(submission)
                    .chain(Panache::getSession)
                    .chain(session -> session.persistAll(rows.toArray()));
        }

        private static Uni<Void> supplemented(Submission submission) {
            if (submission.kind() == Submission.Kind.REPORT) {
                return Uni.createFrom().voidItem();
            }
            return CaseRow.<CaseRow>findById(submission.caseId().value(), LockModeType.PESSIMISTIC_WRITE)
                    .invoke(found -> found.add(submission))
                    .replaceWithVoid();
        }
    }
}
