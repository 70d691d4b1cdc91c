package org.stoppayment.intake.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.stoppayment.intake.application.CommitQueue;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.persistence.SubmissionStatement.New;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.Rows;

/** Submissions in Postgres. Submissions that arrive while a commit runs share the next statement and commit. */
@ApplicationScoped
class SubmissionStore implements Submissions, CommitQueue {

    /** Constraints that a supplement violates when another one, a withdrawal or a closing changed the case first. */
    private static final Set<String> CASE_CONSTRAINTS = Set.of(
            "transfer_correction",
            "fraud_case_transfer_count_check",
            "fraud_case_account_count_check",
            "fraud_case_withdrawn",
            "fraud_case_closed");

    private static final int MAX_IN_ONE_COMMIT = 64;
    private static final int MAX_CONCURRENT_COMMITS = 4;

    private final Pool pool;
    private final SubmissionRepository submissions;
    private final TransferRepository transfers;
    private final GroupCommit<New, Outcome> inserts =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, MAX_CONCURRENT_COMMITS, this::insertAll);

    @Inject
    SubmissionStore(Pool pool, SubmissionRepository submissions, TransferRepository transfers, MeterRegistry registry) {
        this(pool, submissions, transfers);
        Gauge.builder("stoppayment.submissions.waiting", inserts::waiting)
                .description("Reports and supplements that wait for a commit")
                .register(registry);
    }

    /** A store without metrics. */
    SubmissionStore(Pool pool, SubmissionRepository submissions, TransferRepository transfers) {
        this.pool = pool;
        this.submissions = submissions;
        this.transfers = transfers;
    }

    @Override
    public Uni<Outcome> insert(Submission submission, OutboxEvent event) {
        return inserts.submit(new New(submission, event))
                .onFailure(SubmissionStore::isCaseChanged)
                .transform(CaseChanged::new);
    }

    @Override
    public Duration expectedWait() {
        return inserts.expectedWait();
    }

    @Override
    @WithSession
    public Uni<Optional<Stored>> find(UUID requestId) {
        return submissions
                .findById(requestId)
                .onItem()
                .ifNotNull()
                .transformToUni(found -> transfers
                        .ofSubmission(found)
                        .map(sent -> found.stored(sent.stream()
                                .map(transfer -> new TransferId(transfer.transferId))
                                .toList())))
                .map(Optional::ofNullable);
    }

    private static boolean isCaseChanged(Throwable failure) {
        return failure instanceof PgException refused && CASE_CONSTRAINTS.contains(refused.getConstraint());
    }

    private Uni<List<Outcome>> insertAll(List<New> rows) {
        // Also within a group, the first submission with a request id wins; sorted, so that groups cannot deadlock.
        Map<UUID, New> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.putIfAbsent(row.submission().requestId(), row));
        return SubmissionStatement.ACCEPT
                .execute(pool, List.copyOf(firsts.values()))
                .map(accepted -> {
                    Set<UUID> requestIds = new HashSet<>(Rows.list(accepted, row -> row.getUUID(0)));
                    return rows.stream()
                            .map(row -> requestIds.remove(row.submission().requestId())
                                    ? Outcome.STORED
                                    : Outcome.REQUEST_ID_TAKEN)
                            .toList();
                });
    }
}
