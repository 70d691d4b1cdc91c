package org.stoppayment.recovery.watch.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.watch.ResumeToken;
import org.stoppayment.recovery.watch.application.RecoveryOverviews;

/** Reads digests of what victims may get back. One statement for any number of cases, which entities cannot say. */
@ApplicationScoped
class RecoveryOverviewReader implements RecoveryOverviews {

    private static final SqlStatement READ =
            SqlStatement.load("sql/watch/read_recovery_overviews.sql", "case_ids uuid[], now timestamptz");

    private final Pool pool;

    RecoveryOverviewReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<CaseId, Overview>> of(Set<CaseId> caseIds, Instant now) {
        return READ.execute(pool, caseIds, now).map(rows -> Rows.stream(rows)
                .collect(
                        Collectors.toMap(row -> new CaseId(row.getUUID("case_id")), RecoveryOverviewReader::overview)));
    }

    private static Overview overview(Row row) {
        return new Overview(row.getBoolean("is_known"), ResumeToken.of(row.getString("token")));
    }
}
