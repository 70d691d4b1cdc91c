package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.Reissues;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reissues stops in Postgres; the statement decides whether one is allowed. */
@ApplicationScoped
public class ReissueStore implements Reissues {

    private static final SqlStatement LOCK_CLAIM = SqlStatement.load(
            "sql/amendments/lock_claim_on_account.sql", "case_id uuid, institution_code text, account_number text");
    private static final SqlStatement OWN_ORDER = SqlStatement.load(
            "sql/amendments/find_own_order.sql", "case_id uuid, institution_code text, account_number text");
    private static final SqlStatement PLACE = SqlStatement.load(
            "sql/amendments/reissue_stop.sql",
            "case_id uuid, institution_code text, account_number text, account_name text, account_kind text, "
                    + "urgent boolean, ended_application_id uuid, extension_counts boolean, "
                    + "max_stops int, application_id uuid, placed_at timestamptz, instruction bytea, reference text, "
                    + "timeline text, rule_set text");

    private final Pool pool;

    ReissueStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<StopOrder>> ownOrder(CaseId caseId, AccountRef.Key account) {
        return OWN_ORDER
                .execute(pool, caseId, account.institutionCode(), account.number())
                .map(rows -> Rows.first(rows, StopOrderRow::readWaiting));
    }

    /** The lock comes first, in a statement of its own: a withdrawal of the case that held it is seen afterwards. */
    @Override
    public Uni<Optional<Refused>> place(StopOrder ended, Again again, RuleSet rules) {
        return pool.withTransaction(connection -> LOCK_CLAIM
                .execute(
                        connection,
                        again.caseId(),
                        ended.account().institutionCode(),
                        ended.account().number())
                .map(rows -> Rows.first(rows, row -> row.getBoolean("has_ended")))
                .chain(claim -> claim.map(hasEnded -> place(connection, ended, again, cause(hasEnded), rules))
                        .orElseGet(() -> Uni.createFrom().item(Optional.of(Refused.NO_CLAIM)))));
    }

    private static String cause(boolean claimHadEnded) {
        return claimHadEnded ? "RESTOPPED, CLAIM ACTIVE AGAIN" : "RESTOPPED";
    }

    private static Uni<Optional<Refused>> place(
            SqlClient connection, StopOrder ended, Again again, String cause, RuleSet rules) {
        return PLACE.execute(
                        connection,
                        again.caseId(),
                        ended.account().institutionCode(),
                        ended.account().number(),
                        again.account().name(),
                        again.account().kind().name(),
                        again.urgent(),
                        ended.applicationId(),
                        rules.stops().extensionCounts(),
                        rules.stops().stopsPerAccount(),
                        again.applicationId(),
                        again.at(),
                        again.instruction(),
                        again.decision().reference(),
                        StopOrderRow.timeline(Phase.QUEUED, again.at(), cause, Optional.of(again.decision())),
                        rules.name())
                .map(rows -> refused(rows.iterator().next()));
    }

    private static Optional<Refused> refused(Row row) {
        if (row.getBoolean("placed")) {
            return Optional.empty();
        }
        if (row.getBoolean("withdrawn")) {
            return Optional.of(Refused.CASE_CLOSED);
        }
        return Optional.of(
                !row.getBoolean("live") && row.getBoolean("used_up")
                        ? Refused.STOP_COUNT_EXCEEDED
                        : Refused.ACCOUNT_ALREADY_STOPPED);
    }
}
