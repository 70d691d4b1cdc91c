package org.stoppayment.freeze.amendments.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.stoppayment.freeze.amendments.application.Reissues;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.persistence.StopCount;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kit.postgres.Columns;

/** Places orders on accounts that were stopped before; whether one may be is decided where it is placed. */
@ApplicationScoped
public class ReissueStore implements Reissues {

    public static final String PLACE = """
            WITH account AS (
                SELECT bool_or(live) AS live,
            """ + StopCount.where("$4") + """
                        AS stops
                FROM stop_order WHERE institution_code = $1 AND account_number = $2),
            placed AS (
                INSERT INTO stop_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
                    inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, due_at,
                    timeline, version, rule_set, urgent)
                SELECT $6, e.case_id, e.institution_code, e.account_number, e.account_name, e.account_kind,
                       claim.level, claim.reported_fen + claim.received_fen, e.application_id, $7, $8, 'QUEUED', true, false, 0,
                       0, 0, '', $9, '', '', '', '', $7, $10, 0, $11, e.urgent
                FROM account, stop_order e JOIN claim USING (case_id, institution_code, account_number)
                WHERE e.application_id = $3 AND NOT account.live AND account.stops < $5
                ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
                RETURNING application_id),
            repeating AS (
                INSERT INTO repeated_account (institution_code, account_number, since)
                SELECT $1::text, $2::text, $7::timestamptz FROM placed
                ON CONFLICT (institution_code, account_number) DO NOTHING)
            SELECT account.live, account.stops >= $5 AS used_up, EXISTS (SELECT FROM placed) AS placed FROM account
            """;

    private final Pool pool;

    ReissueStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Optional<Refused>> place(StopOrder ended, Again again, RuleSet rules) {
        return pool.preparedQuery(PLACE)
                .execute(Tuple.tuple()
                        .addValue(ended.account().institutionCode())
                        .addValue(ended.account().number())
                        .addValue(ended.applicationId())
                        .addValue(rules.stops().extensionCounts())
                        .addValue((long) rules.stops().stopsPerAccount())
                        .addValue(again.applicationId())
                        .addValue(Columns.utc(again.at()))
                        .addValue(Buffer.buffer(again.instruction()))
                        .addValue(again.reference())
                        .addValue(new JsonArray(StopOrderRow.timeline(Phase.QUEUED, again.at(), "RESTOPPED")))
                        .addValue(rules.name()))
                .map(rows -> refused(rows.iterator().next()));
    }

    private static Optional<Refused> refused(Row row) {
        if (row.getBoolean("placed")) {
            return Optional.empty();
        }
        return Optional.of(
                !row.getBoolean("live") && row.getBoolean("used_up")
                        ? Refused.STOP_COUNT_EXCEEDED
                        : Refused.ACCOUNT_ALREADY_STOPPED);
    }
}
