package org.stoppayment.recovery.plans.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.plans.application.HeldAccounts;
import org.stoppayment.recovery.plans.domain.PlannedHold;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Reads what holds accounts from Postgres. */
@ApplicationScoped
class HeldAccountReader implements HeldAccounts {

    private static final SqlStatement FIND_HOLDS = SqlStatement.load(
            "sql/plans/find_holds.sql", "institution_code text, account_number text, now timestamptz");
    private static final SqlStatement FIND_FILED =
            SqlStatement.load("sql/plans/find_filed_cases.sql", "case_ids uuid[]");

    private static final SqlStatement FIND_OWNERS =
            SqlStatement.load("sql/plans/find_owners.sql", "institution_code text, account_number text");

    private final Pool pool;
    private final InstantSource clock;

    HeldAccountReader(Pool pool, InstantSource clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Override
    public Uni<List<PlannedHold>> holdsOn(AccountRef.Key account) {
        return FIND_HOLDS
                .execute(pool, account.institutionCode(), account.number(), clock.instant())
                .map(rows -> Rows.list(rows, HeldAccountReader::hold));
    }

    @Override
    public Uni<Set<CaseId>> ownersOf(AccountRef.Key account) {
        return FIND_OWNERS
                .execute(pool, account.institutionCode(), account.number())
                .map(HeldAccountReader::cases);
    }

    @Override
    public Uni<Set<CaseId>> filed(Collection<CaseId> caseIds) {
        return FIND_FILED.execute(pool, caseIds).map(HeldAccountReader::cases);
    }

    private static Set<CaseId> cases(RowSet<Row> rows) {
        return Rows.stream(rows).map(row -> new CaseId(row.getUUID("case_id"))).collect(Collectors.toUnmodifiableSet());
    }

    private static PlannedHold hold(Row row) {
        return new PlannedHold(
                row.getUUID("hold_id"),
                new CaseId(row.getUUID("case_id")),
                row.getBoolean("is_freeze"),
                row.getLong("held_fen"),
                Rows.instant(row, "expires_at").orElseThrow());
    }
}
