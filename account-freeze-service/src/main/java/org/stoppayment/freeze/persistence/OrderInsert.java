package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.optionalUuids;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.RuleSet;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.ResultCode;

/**
 * The part of a statement that places orders. It needs an expression {@code gate (gate_id)} before it: an order is placed
 * when its gate is open. Its parameters are the statement's first.
 *
 * <p>What only the database can know is decided here: whether an account has a live stop of ours (then the order waits),
 * whether it has had all its stops (then the order is declined here, before it is sent), and whether it is a known mule (then
 * all orders of its gate are urgent, and all later ones of its case).
 */
final class OrderInsert {

    // $1: stops an account has in all; stops, and cases, that make it a known mule.
    /**
     * Makes {@code placed (application_id, state, urgent)} and
     * {@code waiting (application_id, institution_code, account_number, urgent)}.
     */
    static final String CTES = """
            wanted AS (
                SELECT o.*, coalesce(earlier.stops >= ($1::int[])[1] AND NOT earlier.live, false) AS refused,
                       earlier.orders > 0 AS repeated,
                       bool_or(earlier.mule_stops >= ($1::int[])[2] OR reached.cases >= ($1::int[])[3])
                           OVER (PARTITION BY o.gate_id)
                       OR (SELECT true FROM stop_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
                       OR (SELECT true FROM waiting_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
                       AS urgent
                FROM gate JOIN unnest(
                         $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],
                         $10::bigint[], $11::uuid[], $12::timestamptz[], $13::bytea[], $14::text[], $15::int[],
                         $16::text[], $17::text[], $18::timestamptz[], $19::text[], $20::text[])
                     AS o (gate_id, application_id, case_id, institution_code, account_number, account_name,
                           account_kind, level, tainted_fen, original_application_id, placed_at, instruction, state,
                           attempts, manual_reason, candidates, due_at, timeline, refusal) USING (gate_id)
                LEFT JOIN LATERAL (
                    SELECT
            """ + StopCount.where("$22") + """
                            AS stops,
                           coalesce(bool_or(s.live), false) AS live, count(*) AS orders,
                           count(*) FILTER (WHERE s.counted AND s.level > 0) AS mule_stops
                    FROM stop_order s
                    WHERE s.institution_code = o.institution_code AND s.account_number = o.account_number) earlier
                ON true
                LEFT JOIN LATERAL (
                    SELECT count(*) AS cases FROM (
                        SELECT FROM claim c
                        WHERE c.institution_code = o.institution_code AND c.account_number = o.account_number
                          AND c.case_id <> o.case_id AND c.level > 0 AND c.not_followed = 'NONE'
                          AND c.reported_fen + c.received_fen > 0
                        LIMIT ($1::int[])[3]) others) reached
                ON true),
            placed AS (
                INSERT INTO stop_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
                    inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, ended_at,
                    due_at, timeline, version, rule_set, urgent)
                SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                       tainted_fen, original_application_id, placed_at, instruction,
                       CASE WHEN refused THEN 'DECLINED' ELSE state END, NOT refused, false,
                       CASE WHEN refused THEN 0 ELSE attempts END, 0, 0,
                       CASE WHEN refused THEN $21::text ELSE '' END, '', '', '',
                       CASE WHEN refused THEN '' ELSE candidates END, CASE WHEN refused THEN '' ELSE manual_reason END,
                       CASE WHEN refused THEN placed_at END, CASE WHEN refused THEN NULL ELSE due_at END,
                       CASE WHEN refused THEN refusal ELSE timeline END::jsonb, 0, $23::text, urgent
                FROM wanted
                ORDER BY institution_code, account_number
                ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
                RETURNING application_id, state, urgent),
            waiting AS (
                INSERT INTO waiting_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, original_application_id, placed_at, instruction, rule_set, urgent)
                SELECT w.application_id, w.case_id, w.institution_code, w.account_number, w.account_name,
                       w.account_kind, w.level, w.tainted_fen, w.original_application_id, w.placed_at, w.instruction,
                       $23::text, w.urgent
                FROM wanted w WHERE w.application_id NOT IN (SELECT application_id FROM placed)
                RETURNING application_id, institution_code, account_number, placed_at, urgent),
            repeating AS (
                INSERT INTO repeated_account (institution_code, account_number, since)
                SELECT institution_code, account_number, min(placed_at) FROM (
                    SELECT institution_code, account_number, placed_at FROM wanted WHERE repeated
                    UNION ALL SELECT institution_code, account_number, placed_at FROM waiting) named
                GROUP BY institution_code, account_number
                ORDER BY institution_code, account_number
                ON CONFLICT (institution_code, account_number) DO NOTHING)
            """;

    private OrderInsert() {}

    /** An order and what must be new for it to be placed. */
    record Gated(UUID gate, StopOrder order) {}

    /** The statement's first parameters, {@code $1} to {@code $23}; all orders are made under {@code rules}. */
    static Tuple parameters(List<Gated> orders, RuleSet rules, DueTimes dueTimes) {
        return Tuple.tuple()
                .addValue(new Integer[] {
                    rules.stops().stopsPerAccount(),
                    rules.lists().muleStops(),
                    rules.lists().muleCases()
                })
                .addValue(uuids(orders, Gated::gate))
                .addValue(uuids(orders, o -> o.order().applicationId()))
                .addValue(uuids(orders, o -> o.order().caseId()))
                .addValue(texts(orders, o -> o.order().account().institutionCode()))
                .addValue(texts(orders, o -> o.order().account().number()))
                .addValue(texts(orders, o -> o.order().account().name()))
                .addValue(texts(orders, o -> o.order().account().kind().name()))
                .addValue(ints(orders, o -> o.order().level()))
                .addValue(longs(orders, o -> o.order().tainted().fen()))
                .addValue(optionalUuids(orders, o -> o.order().original()))
                .addValue(instants(orders, o -> o.order().placedAt()))
                .addValue(bytes(orders, o -> o.order().instruction()))
                .addValue(texts(orders, o -> o.order().phase().name()))
                .addValue(ints(orders, o -> o.order().progress().attempts()))
                .addValue(texts(orders, o -> StopOrderRow.manualReason(o.order().state())))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.join(StopOrderRow.candidates(o.order().state()))))
                .addValue(optionalInstants(
                        orders,
                        o -> dueTimes.next(o.order(), rules.doubt(), o.order().placedAt())))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.timeline(o.order().phase(), o.order().placedAt(), "PLACED")))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.timeline(
                                Phase.DECLINED, o.order().placedAt(), "RULE " + ResultCode.STOP_COUNT_EXCEEDED)))
                .addValue(ResultCode.STOP_COUNT_EXCEEDED.value())
                .addValue(rules.stops().extensionCounts())
                .addValue(rules.name());
    }
}
