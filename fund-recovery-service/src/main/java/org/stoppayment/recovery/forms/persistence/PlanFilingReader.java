package org.stoppayment.recovery.forms.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.recovery.forms.application.PlanFilings;
import org.stoppayment.recovery.forms.domain.FormFacts.Filing;
import org.stoppayment.recovery.forms.domain.FormFacts.Holder;
import org.stoppayment.recovery.forms.domain.FormFacts.ReportedTransfer;
import org.stoppayment.recovery.shared.domain.AccountRef;

/** Reads filings, transfers and holders from the facts, which statements keep: they have no entities. */
@ApplicationScoped
class PlanFilingReader implements PlanFilings {

    private static final SqlStatement FIND_FILINGS = SqlStatement.load("sql/forms/find_filings.sql", "case_ids uuid[]");
    private static final SqlStatement FIND_HOLDERS = SqlStatement.load("sql/forms/find_holders.sql", "hold_ids uuid[]");

    private static final SqlStatement FIND_TRANSFERS =
            SqlStatement.load("sql/forms/find_transfers.sql", "case_ids uuid[]");

    private final Pool pool;

    PlanFilingReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<CaseId, Filing>> of(Collection<CaseId> caseIds) {
        return FIND_FILINGS.execute(pool, caseIds).map(rows -> Rows.stream(rows)
                .collect(Collectors.toMap(
                        row -> new CaseId(row.getUUID("case_id")),
                        row -> new Filing(
                                row.getString("filing_number"),
                                row.getString("filing_organisation"),
                                Rows.instant(row, "filed_at")))));
    }

    @Override
    public Uni<Map<UUID, Holder>> holders(Collection<UUID> freezeIds) {
        return FIND_HOLDERS
                .execute(pool, (Object) freezeIds.toArray(UUID[]::new))
                .map(rows -> Rows.stream(rows)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("hold_id"),
                                row -> new Holder(
                                        row.getString("account_name"),
                                        Rows.instant(row, "began_at").orElseThrow()))));
    }

    @Override
    public Uni<Map<CaseId, List<ReportedTransfer>>> transfers(Collection<CaseId> caseIds) {
        return FIND_TRANSFERS.execute(pool, caseIds).map(rows -> Rows.stream(rows)
                .collect(Collectors.groupingBy(
                        row -> new CaseId(row.getUUID("case_id")),
                        Collectors.mapping(PlanFilingReader::transfer, Collectors.toList()))));
    }

    private static ReportedTransfer transfer(Row row) {
        return new ReportedTransfer(
                new AccountRef.Key(row.getString("institution_code"), row.getString("account_number")),
                row.getLong("amount_fen"),
                Rows.instant(row, "transferred_at"));
    }
}
