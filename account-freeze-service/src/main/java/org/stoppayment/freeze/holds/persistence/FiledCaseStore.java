package org.stoppayment.freeze.holds.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.SqlStatement;

/** Filed cases in Postgres. */
@ApplicationScoped
class FiledCaseStore implements FiledCases {

    private static final SqlStatement FILE = SqlStatement.load(
            "sql/holds/file_case.sql",
            "case_id uuid, revision int, filing_number text, organisation text, filed_at timestamptz, "
                    + "document_digest text");
    private static final SqlStatement CLOSE =
            SqlStatement.load("sql/holds/close_case.sql", "case_id uuid, closed_at timestamptz");

    private static final SqlStatement FIND = SqlStatement.load("sql/holds/find_filed_cases.sql", "case_ids uuid[]");
    private static final int MAX_IN_ONE_READ = 100;
    private static final int MAX_CONCURRENT_READS = 4;

    private final Pool pool;

    /** The freezes of a case are ordered together: what is asked at the same time is read at once. */
    private final GroupCommit<CaseId, Optional<FiledCase>> reads =
            new GroupCommit<>(MAX_IN_ONE_READ, MAX_CONCURRENT_READS, this::findAll);

    FiledCaseStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> file(CaseFiling filing) {
        return FILE.execute(
                        pool,
                        filing.caseId(),
                        filing.revision(),
                        filing.number(),
                        filing.organisation(),
                        filing.filedAt(),
                        filing.documentDigest())
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> close(CaseId caseId, Instant closedAt) {
        return CLOSE.execute(pool, caseId, closedAt).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Optional<FiledCase>> find(CaseId caseId) {
        return reads.submit(caseId);
    }

    private Uni<List<Optional<FiledCase>>> findAll(List<CaseId> caseIds) {
        return FIND.execute(pool, caseIds.stream().distinct().toList()).map(rows -> {
            Map<UUID, FiledCase> found = StreamSupport.stream(rows.spliterator(), false)
                    .collect(Collectors.toMap(row -> row.getUUID("case_id"), FiledCaseStore::filedCase));
            return caseIds.stream()
                    .map(caseId -> Optional.ofNullable(found.get(caseId.value())))
                    .toList();
        });
    }

    private static FiledCase filedCase(Row row) {
        return new FiledCase(
                row.getString("filing_number"),
                row.getString("organisation"),
                row.getBoolean("closed"),
                row.getBoolean("withdrawn"));
    }
}
