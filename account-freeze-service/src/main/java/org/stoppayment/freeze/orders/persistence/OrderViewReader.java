package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.orders.application.OrderViews;
import org.stoppayment.freeze.orders.domain.CaseProgress;
import org.stoppayment.freeze.orders.domain.OrderView;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.kernel.Money;

/** Reads orders as cases see them. */
@ApplicationScoped
public class OrderViewReader implements OrderViews {

    private static final String SEEN = "SELECT " + StopOrderRow.COLUMNS + """
            , stop_order.timeline, claim.level AS claim_level, claim.held_fen,
            claim.reported_fen + claim.received_fen AS claim_tainted_fen,
            stop_order.case_id <> claim.case_id AS joined
            FROM claim JOIN stop_order ON stop_order.institution_code = claim.institution_code
                 AND stop_order.account_number = claim.account_number
            """;
    // One statement, one moment: what the summary says has arrived or has left us fits the orders beside it.
    public static final String OF_CASE =
            """
            SELECT summary.*, seen.*
            FROM (SELECT (SELECT count(*) FROM inbox WHERE case_id = $1) AS intake_events,
                         coalesce(sum(reported_fen), 0)::bigint AS reported_sum,
                         coalesce(sum(cash_fen), 0)::bigint AS cash_sum,
                         coalesce(sum(merchant_fen), 0)::bigint AS merchant_sum,
                         coalesce(sum(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - held_fen
                                      - lapsed_fen - lifted_fen), 0)::bigint AS unknown_sum,
                         coalesce(bool_and(reported_fen + received_fen - onward_fen - cash_fen - merchant_fen - held_fen
                                           - lapsed_fen - lifted_fen >= 0)
                                  AND sum(received_fen) = sum(onward_fen), true) AS conserved,
                         coalesce(bool_or(knowledge <> traced_knowledge), false) AS claims_behind,
                         EXISTS (SELECT FROM outbox WHERE case_id = $1) AS events_out
                  FROM claim WHERE case_id = $1) summary
            LEFT JOIN (
            """ + SEEN + """
            WHERE claim.case_id = $1 AND
            """ + OrderConflictSql.by("claim.case_id", "claim.claimed_at") + """
            ) seen ON true
            ORDER BY seen.placed_at, seen.application_id
            """;
    public static final String ONE =
            SEEN + " WHERE stop_order.application_id = $1 AND claim.case_id = stop_order.case_id";
    public static final String MANUAL = SEEN + """
            WHERE stop_order.state = 'MANUAL' AND claim.case_id = stop_order.case_id AND stop_order.application_id > $1
            ORDER BY stop_order.application_id LIMIT $2
            """;

    /** No id comes before it: a page from here on is the first. */
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Pool pool;

    OrderViewReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<CaseProgress> progress(UUID caseId) {
        return pool.preparedQuery(OF_CASE).execute(Tuple.of(caseId)).map(rows -> {
            Row summary = rows.iterator().next();
            return new CaseProgress(
                    summary.getLong("intake_events").intValue(),
                    views(rows),
                    new CaseProgress.Sums(
                            Money.ofFen(summary.getLong("reported_sum")),
                            Money.ofFen(summary.getLong("cash_sum")),
                            Money.ofFen(summary.getLong("merchant_sum")),
                            unknown(summary)),
                    summary.getBoolean("claims_behind"),
                    summary.getBoolean("events_out"));
        });
    }

    private static Optional<Money> unknown(Row summary) {
        return summary.getBoolean("conserved")
                ? Optional.of(Money.ofFen(summary.getLong("unknown_sum")))
                : Optional.empty();
    }

    @Override
    public Uni<Optional<OrderView>> order(UUID applicationId) {
        return pool.preparedQuery(ONE).execute(Tuple.of(applicationId)).map(rows -> views(rows).stream()
                .findFirst());
    }

    @Override
    public Uni<List<OrderView>> manual(Optional<UUID> after, int most) {
        return pool.preparedQuery(MANUAL)
                .execute(Tuple.of(after.orElse(BEFORE_ALL), most))
                .map(OrderViewReader::views);
    }

    private static List<OrderView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> row.getUUID("application_id") != null)
                .map(OrderViewReader::view)
                .toList();
    }

    private static OrderView view(Row row) {
        StopOrder order = StopOrderRow.read(row);
        return new OrderView(
                order,
                row.getInteger("claim_level"),
                row.getBoolean("joined"),
                Money.ofFen(row.getLong("claim_tainted_fen")),
                order.phase().isHolding() ? Money.ofFen(row.getLong("held_fen")) : Money.ZERO,
                steps(row.getJsonArray("timeline")));
    }

    private static List<OrderView.Step> steps(JsonArray timeline) {
        return timeline.stream()
                .map(JsonObject.class::cast)
                .map(step -> new OrderView.Step(
                        Phase.valueOf(step.getString("state")),
                        Instant.parse(step.getString("at")),
                        step.getString("cause")))
                .toList();
    }
}
