package org.stoppayment.freeze.objections.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.objections.application.Holds;
import org.stoppayment.freeze.objections.domain.Hold;
import org.stoppayment.freeze.objections.domain.HoldKind;
import org.stoppayment.freeze.objections.domain.HoldReason;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads what holds accounts from Postgres. */
@ApplicationScoped
class HoldReader implements Holds {

    private static final SqlStatement FIND =
            SqlStatement.load("sql/objections/find_holds.sql", "institution_code text, account_number text");

    private final Pool pool;

    HoldReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Hold>> on(AccountRef.Key account) {
        return FIND.execute(pool, account.institutionCode(), account.number())
                .map(rows -> Rows.list(rows, HoldReader::hold));
    }

    private static Hold hold(Row row) {
        HoldKind kind = HoldKind.valueOf(row.getString("kind"));
        return new Hold(
                kind,
                new CaseId(row.getUUID("case_id")),
                new ApplicationId(row.getUUID("application_id")),
                Rows.instant(row, "since").orElseThrow(),
                Rows.instant(row, "until").orElseThrow(),
                Optional.ofNullable(row.getLong("limit_fen")).map(Money::ofFen),
                row.getString("authority"),
                kind == HoldKind.FREEZE ? HoldReason.CRIMINAL_CASE : HoldReason.ofLevel(row.getInteger("level")),
                row.getString("filing_number"));
    }
}
