package org.stoppayment.freeze.holds.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.holds.application.FiledCases;
import org.stoppayment.freeze.holds.domain.CaseFiling;
import org.stoppayment.freeze.holds.domain.FiledCase;
import org.stoppayment.kernel.CaseId;
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

    private static final SqlStatement FIND = SqlStatement.load("sql/holds/find_filed_case.sql", "case_id uuid");

    private final Pool pool;

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
        return FIND.execute(pool, caseId).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new FiledCase(
                        row.getString("filing_number"),
                        row.getString("organisation"),
                        row.getBoolean("closed"),
                        row.getBoolean("withdrawn")))
                .findFirst());
    }
}
