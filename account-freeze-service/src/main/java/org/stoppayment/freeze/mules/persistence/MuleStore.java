package org.stoppayment.freeze.mules.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.mules.application.Mules;
import org.stoppayment.freeze.mules.domain.Mule;
import org.stoppayment.freeze.mules.domain.MuleHistory;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.rules.domain.ListRules;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;

/** Known mules in Postgres: worked out of the claims and orders of the accounts that more than one order was made for. */
@ApplicationScoped
public class MuleStore implements Mules {

    // Level 0 is a victim's own account under a protective stop; what was not followed is not held against anybody.
    private static final String MULES = """
            SELECT r.institution_code, r.account_number, s.account_name, s.account_kind, s.stops, s.held, s.last_stopped_at,
                   c.cases, c.tainted_fen, c.first_claimed_at
            FROM repeated_account r
            CROSS JOIN LATERAL (
                SELECT count(*) AS cases, coalesce(sum(reported_fen + received_fen), 0)::bigint AS tainted_fen,
                       min(claimed_at) AS first_claimed_at
                FROM claim WHERE claim.institution_code = r.institution_code AND claim.account_number = r.account_number
                  AND level > 0 AND not_followed = 'NONE' AND reported_fen + received_fen > 0) c
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE counted) AS stops, bool_or(state IN ('IN_EFFECT', 'FROZEN')) AS held,
                       max(stopped_at) AS last_stopped_at,
                       (array_agg(account_name ORDER BY placed_at DESC))[1] AS account_name,
                       (array_agg(account_kind ORDER BY placed_at DESC))[1] AS account_kind
                FROM stop_order
                WHERE stop_order.institution_code = r.institution_code AND stop_order.account_number = r.account_number
                  AND level > 0) s
            WHERE (s.stops >= $1 OR c.cases >= $2) AND s.account_name IS NOT NULL
            """;
    public static final String LIST = MULES + """
             AND (r.institution_code, r.account_number) > ($3, $4)
            ORDER BY r.institution_code, r.account_number LIMIT $5
            """;
    public static final String OF_NUMBER = MULES + """
             AND r.account_number = $3 AND ($4::text IS NULL OR r.institution_code = $4)
            ORDER BY r.institution_code
            """;
    public static final String REACHED = """
            SELECT case_id, level, reported_fen + received_fen AS tainted_fen, held_fen, claimed_at FROM claim
            WHERE institution_code = $1 AND account_number = $2
              AND level > 0 AND not_followed = 'NONE' AND reported_fen + received_fen > 0
            ORDER BY claimed_at, case_id
            """;
    public static final String ORDERS = """
            SELECT application_id, case_id, state, placed_at, stopped_at, ended_at, urgent FROM stop_order
            WHERE institution_code = $1 AND account_number = $2 AND level > 0 ORDER BY placed_at, application_id
            """;

    private final Pool pool;

    MuleStore(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<List<Mule>> list(ListRules rules, Optional<AccountRef.Key> after, int most) {
        return pool.preparedQuery(LIST)
                .execute(Tuple.tuple()
                        .addValue((long) rules.muleStops())
                        .addValue((long) rules.muleCases())
                        .addValue(after.map(AccountRef.Key::institutionCode).orElse(""))
                        .addValue(after.map(AccountRef.Key::number).orElse(""))
                        .addValue(most))
                .map(rows -> stream(rows).map(MuleStore::mule).toList());
    }

    @Override
    public Uni<List<MuleHistory>> histories(ListRules rules, String number, Optional<String> institutionCode) {
        return pool.preparedQuery(OF_NUMBER)
                .execute(Tuple.tuple()
                        .addValue((long) rules.muleStops())
                        .addValue((long) rules.muleCases())
                        .addValue(number)
                        .addValue(institutionCode.orElse(null)))
                .chain(rows -> Multi.createFrom()
                        .iterable(stream(rows).map(MuleStore::mule).toList())
                        .onItem()
                        .transformToUniAndConcatenate(this::history)
                        .collect()
                        .asList());
    }

    private Uni<MuleHistory> history(Mule mule) {
        Tuple account =
                Tuple.of(mule.account().institutionCode(), mule.account().number());
        return pool.preparedQuery(REACHED).execute(account).chain(reached -> pool.preparedQuery(ORDERS)
                .execute(account)
                .map(orders -> new MuleHistory(
                        mule,
                        stream(reached).map(MuleStore::reach).toList(),
                        stream(orders).map(MuleStore::order).toList())));
    }

    private static Mule mule(Row row) {
        return new Mule(
                new AccountRef(
                        row.getString("institution_code"),
                        row.getString("account_number"),
                        row.getString("account_name"),
                        AccountKind.valueOf(row.getString("account_kind"))),
                row.getLong("stops").intValue(),
                row.getLong("cases").intValue(),
                Money.ofFen(row.getLong("tainted_fen")),
                row.getBoolean("held"),
                StopOrderRow.instant(row, "first_claimed_at"),
                StopOrderRow.instant(row, "last_stopped_at"));
    }

    private static MuleHistory.Reach reach(Row row) {
        return new MuleHistory.Reach(
                row.getUUID("case_id"),
                row.getInteger("level"),
                Money.ofFen(row.getLong("tainted_fen")),
                Money.ofFen(row.getLong("held_fen")),
                row.getOffsetDateTime("claimed_at").toInstant());
    }

    private static MuleHistory.Order order(Row row) {
        return new MuleHistory.Order(
                row.getUUID("application_id"),
                row.getUUID("case_id"),
                Phase.valueOf(row.getString("state")),
                row.getOffsetDateTime("placed_at").toInstant(),
                StopOrderRow.instant(row, "stopped_at"),
                StopOrderRow.instant(row, "ended_at"),
                row.getBoolean("urgent"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
