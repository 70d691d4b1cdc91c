package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.persistence.OrderConflictSql;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.application.TraceViews;
import org.stoppayment.freeze.tracing.domain.CaseGraph.Claim;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.Trace;
import org.stoppayment.kernel.Money;

/** Reads where a case's money went: one statement, one moment. */
@ApplicationScoped
public class TraceReader implements TraceViews {

    public static final String SQL =
            """
            WITH transfers AS (
                SELECT o.institution_code, o.account_number, c.account_name, c.account_kind, o.serial, o.kind, o.amount_fen,
                       o.booked_at, o.sequence, o.payee_institution_code, o.payee_number, o.payee_name, o.payee_kind,
                       t.tainted_fen, t.level
                FROM traced_transfer t
                CROSS JOIN LATERAL (
                    SELECT * FROM outflow WHERE outflow.institution_code = t.institution_code
                                            AND outflow.account_number = t.account_number AND outflow.serial = t.serial
                    OFFSET 0) o
                CROSS JOIN LATERAL (
                    SELECT account_name, account_kind FROM claim
                    WHERE claim.case_id = $1 AND claim.institution_code = t.institution_code
                      AND claim.account_number = t.account_number OFFSET 0) c
                WHERE t.case_id = $1),
            nodes AS (
                SELECT to_json(c) AS claim, to_json(s) AS deciding
                FROM claim c
                LEFT JOIN LATERAL (
                    SELECT application_id, case_id <> $1 AS joined, state, stopped_at, placed_at,
                           bool_or(awaits_bookings) OVER () AS awaits_bookings,
                           CASE WHEN state IN ('IN_EFFECT', 'FROZEN') THEN balance_fen ELSE 0 END AS balance_fen, timeline
                    FROM stop_order
                    WHERE stop_order.institution_code = c.institution_code
                      AND stop_order.account_number = c.account_number
                      AND
            """ + OrderConflictSql.by("$1", "c.claimed_at") + """
                    ORDER BY
            """ + OrderConflictSql.FOREMOST_FIRST + """
                    LIMIT 1) s ON true
                WHERE c.case_id = $1
                ORDER BY c.level, c.claimed_at, c.institution_code, c.account_number)
            SELECT (SELECT json_agg(to_json(n)) FROM nodes n) AS nodes,
                   (SELECT json_agg(to_json(t) ORDER BY t.booked_at, t.sequence, t.level, t.institution_code,
                                                        t.account_number, t.serial) FROM transfers t) AS transfers
            """;

    private final Pool pool;

    TraceReader(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Trace> trace(UUID caseId) {
        return pool.preparedQuery(SQL)
                .execute(Tuple.of(caseId))
                .map(rows -> trace(caseId, rows.iterator().next()));
    }

    private static Trace trace(UUID caseId, Row row) {
        List<JsonObject> nodes = CaseGraphReader.all(row, "nodes", json -> json);
        List<Traced> transfers = CaseGraphReader.all(row, "transfers", CaseGraphReader::flow).stream()
                .map(flow -> new Traced(flow, flow.taintedBefore(), flow.levelBefore()))
                .toList();
        Map<AccountRef.Key, Instant> firstIn = new HashMap<>();
        transfers.forEach(one -> one.flow()
                .payee()
                .ifPresent(payee -> firstIn.putIfAbsent(payee.key(), one.flow().bookedAt())));
        return new Trace(
                caseId,
                nodes.stream().map(node -> node(node, firstIn)).toList(),
                transfers,
                nodes.stream().anyMatch(node -> claim(node).due()));
    }

    private static Claim claim(JsonObject node) {
        return CaseGraphReader.claim(node.getJsonObject("claim"));
    }

    private static Trace.Node node(JsonObject json, Map<AccountRef.Key, Instant> firstIn) {
        Claim claim = claim(json);
        return new Trace.Node(
                claim.account(),
                claim.level(),
                claim.books(),
                claim.notFollowed(),
                Optional.ofNullable(json.getJsonObject("deciding")).map(TraceReader::order),
                Optional.ofNullable(firstIn.get(claim.account().key())));
    }

    private static Trace.Order order(JsonObject json) {
        JsonArray timeline = json.getJsonArray("timeline");
        return new Trace.Order(
                UUID.fromString(json.getString("application_id")),
                Phase.valueOf(json.getString("state")),
                json.getBoolean("awaits_bookings"),
                json.getBoolean("joined"),
                Money.ofFen(json.getLong("balance_fen")),
                CaseGraphReader.moment(json, "placed_at").orElseThrow(),
                first(timeline, phase -> phase == Phase.SENDING),
                first(timeline, Phase::isSettled),
                CaseGraphReader.moment(json, "stopped_at"));
    }

    private static Optional<Instant> first(JsonArray timeline, Predicate<Phase> fits) {
        return timeline.stream()
                .map(JsonObject.class::cast)
                .filter(step -> fits.test(Phase.valueOf(step.getString("state"))))
                .map(step -> Instant.parse(step.getString("at")))
                .findFirst();
    }
}
