package org.stoppayment.freeze.holds.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.holds.application.proposals.HoldProposals;
import org.stoppayment.freeze.holds.domain.HoldProposal;
import org.stoppayment.freeze.rules.domain.TracingRules;
import org.stoppayment.freeze.shared.persistence.StoredAccount;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.ObjectionId;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads what should be done about holds from Postgres. */
@ApplicationScoped
class HoldProposalReader implements HoldProposals {

    private static final String HORIZON =
            "stops_end_before timestamptz, freezes_end_before timestamptz, overheld_factor bigint, tolerance text, max int";
    private static final SqlStatement OF_ALL =
            SqlStatement.load("sql/holds/propose_holds.sql", "due_after timestamptz, " + HORIZON);
    private static final SqlStatement OF_CASE =
            SqlStatement.load("sql/holds/propose_holds_of_case.sql", "case_id uuid, " + HORIZON);

    private final Pool pool;
    private final TracingRules rules;

    HoldProposalReader(Pool pool, TracingRules rules) {
        this.pool = pool;
        this.rules = rules;
    }

    private String tolerance() {
        return rules.tolerance().toString();
    }

    @Override
    public Uni<List<HoldProposal>> ofAll(Horizon horizon, int max) {
        return OF_ALL.execute(
                        pool,
                        horizon.dueAfter(),
                        horizon.stops(),
                        horizon.freezes(),
                        (long) horizon.overheldFactor(),
                        tolerance(),
                        max)
                .map(HoldProposalReader::proposals);
    }

    @Override
    public Uni<List<HoldProposal>> ofCase(CaseId caseId, Horizon horizon, int max) {
        return OF_CASE.execute(
                        pool,
                        caseId,
                        horizon.stops(),
                        horizon.freezes(),
                        (long) horizon.overheldFactor(),
                        tolerance(),
                        max)
                .map(HoldProposalReader::proposals);
    }

    private static List<HoldProposal> proposals(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(HoldProposalReader::proposal)
                .toList();
    }

    private static HoldProposal proposal(Row row) {
        return new HoldProposal(
                HoldProposal.Kind.valueOf(row.getString("kind")),
                new CaseId(row.getUUID("case_id")),
                StoredAccount.read(row::getString),
                new ApplicationId(row.getUUID("application_id")),
                row.getOffsetDateTime("ends_at").toInstant(),
                Money.ofFen(row.getLong("amount_fen")),
                Money.ofFen(row.getLong("surplus_fen")),
                Optional.ofNullable(row.getLong("held_fen")).map(Money::ofFen),
                Optional.ofNullable(row.getUUID("objection_id")).map(ObjectionId::new));
    }
}
