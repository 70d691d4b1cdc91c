package org.stoppayment.intake.persistence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.stoppayment.intake.application.Submissions;
import org.stoppayment.intake.domain.Receipt;
import org.stoppayment.intake.domain.Submission;
import org.stoppayment.intake.domain.Submission.Kind;
import org.stoppayment.intake.persistence.SubmissionStatement.New;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.SqlStatement;

/** Submissions in Postgres: one statement, one commit and one round trip for all that arrive while the one before runs. */
@ApplicationScoped
class SubmissionStore implements Submissions {

    private static final SqlStatement FIND =
            SqlStatement.load("sql/submissions/find_submission.sql", "request_id uuid");

    /** What a supplement runs into when another one of the same case came first. */
    private static final Set<String> CASE_CONSTRAINTS =
            Set.of("transfer_correction", "fraud_case_transfer_count_check");

    private static final int MAX_IN_ONE_COMMIT = 64;
    private static final int COMMITS_AT_ONCE = 4;

    private final Pool pool;
    private final GroupCommit<New, Boolean> inserts =
            new GroupCommit<>(MAX_IN_ONE_COMMIT, COMMITS_AT_ONCE, this::insertAll);

    SubmissionStore(Pool pool, MeterRegistry registry) {
        this.pool = pool;
        Gauge.builder("stoppayment.submissions.waiting", inserts::waiting)
                .description("Reports and supplements that wait for a commit")
                .register(registry);
    }

    @Override
    public Uni<Boolean> insert(Submission submission, OutboxEvent event) {
        return inserts.submit(new New(submission, event))
                .onFailure(SubmissionStore::isCaseMovedOn)
                .transform(CaseMovedOn::new);
    }

    @Override
    public Uni<Optional<Stored>> find(UUID requestId) {
        return FIND.execute(pool, requestId)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(stored(rows.iterator().next())));
    }

    private static Stored stored(Row row) {
        Receipt receipt = new Receipt(
                row.getUUID("case_id"),
                WarningsJson.read(row.getString("warnings")),
                List.of(row.getArrayOfUUIDs("transfer_ids")),
                true);
        return new Stored(
                Kind.valueOf(row.getString("kind")), row.getBuffer("digest").getBytes(), receipt);
    }

    private static boolean isCaseMovedOn(Throwable failure) {
        return failure instanceof PgException refused && CASE_CONSTRAINTS.contains(refused.getConstraint());
    }

    private Uni<List<Boolean>> insertAll(List<New> rows) {
        // Within one group, too, a request id is taken by the first; and all groups lock in one order.
        Map<UUID, New> firsts = new TreeMap<>();
        rows.forEach(row -> firsts.putIfAbsent(row.submission().requestId(), row));
        return SubmissionStatement.ACCEPT
                .execute(pool, List.copyOf(firsts.values()))
                .map(taken -> {
                    Set<UUID> requestIds = requestIds(taken);
                    return rows.stream()
                            .map(row -> requestIds.remove(row.submission().requestId()))
                            .toList();
                });
    }

    private static Set<UUID> requestIds(RowSet<Row> taken) {
        Set<UUID> requestIds = new HashSet<>();
        taken.forEach(row -> requestIds.add(row.getUUID(0)));
        return requestIds;
    }
}
