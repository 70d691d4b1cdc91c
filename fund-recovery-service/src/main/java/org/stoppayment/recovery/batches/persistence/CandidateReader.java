package org.stoppayment.recovery.batches.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.BatchId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.batches.application.Candidates;
import org.stoppayment.recovery.batches.domain.BatchCriteria;
import org.stoppayment.recovery.batches.domain.BatchLine.Approval;
import org.stoppayment.recovery.shared.persistence.StoredPerson;

/** Reads which plans may be put into batches. */
@ApplicationScoped
class CandidateReader implements Candidates {

    private static final SqlStatement FIND = SqlStatement.load(
            "sql/batches/find_candidates.sql",
            "station text, institution_code text, called_until timestamptz, called_after timestamptz, max int");
    private static final SqlStatement STATIONS = SqlStatement.load("sql/batches/find_stations.sql", "case_ids uuid[]");

    private final Pool pool;

    CandidateReader(Pool pool) {
        this.pool = pool;
    }

    /** A case is as many days old as have passed in full since the call. */
    @Override
    public Uni<List<Candidate>> find(BatchCriteria criteria, Instant now, int max) {
        return FIND.execute(
                        pool,
                        criteria.station().orElse(""),
                        criteria.institutionCode().orElse(""),
                        criteria.fromDays()
                                .map(days -> now.minus(Duration.ofDays(days)))
                                .orElse(null),
                        criteria.toDays()
                                .map(days -> now.minus(Duration.ofDays(days + 1L)))
                                .orElse(null),
                        max)
                .map(rows -> Rows.list(rows, CandidateReader::candidate));
    }

    @Override
    public Uni<Map<CaseId, String>> stations(Collection<CaseId> caseIds) {
        return STATIONS.execute(pool, caseIds).map(rows -> Rows.stream(rows)
                .collect(Collectors.toUnmodifiableMap(
                        row -> new CaseId(row.getUUID("case_id")), row -> row.getString("organisation"))));
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                new PlanId(row.getUUID("plan_id")),
                Optional.ofNullable(row.getUUID("batch_id")).map(BatchId::new),
                Optional.ofNullable(row.getString("approval_state"))
                        .map(state -> new Approval(
                                Approval.Decision.valueOf(state),
                                Rows.instant(row, "expires_at"),
                                StoredPerson.person(row.getString("submitted_by")),
                                Rows.instant(row, "decided_at"))));
    }
}
