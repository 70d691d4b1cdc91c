package org.stoppayment.freeze.orders.persistence;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.postgres.ParameterRows;
import org.stoppayment.kit.postgres.ParameterValues;
import org.stoppayment.kit.postgres.Parameters;

/**
 * The part of a statement that places orders. It needs an expression {@code gate (gate_id)} before it: an order is placed
 * when its gate is open. Its parameters are the statement's first.
 *
 * <p>What only the database can know is decided here: whether an account has a live stop of ours (then the order waits),
 * whether it has had all its stops (then the order is declined here, before it is sent), and whether it is a known mule (then
 * all orders of its gate are urgent, and all later ones of its case).
 */
public final class OrderInsert {

    private static final ParameterValues<RuleSet> RULES = ParameterValues.<RuleSet>first()
            .integer("most_stops", rules -> rules.stops().stopsPerAccount())
            .integer("mule_stops", rules -> rules.lists().muleStops())
            .integer("mule_cases", rules -> rules.lists().muleCases())
            .text("stop_count_exceeded", rules -> ResultCode.STOP_COUNT_EXCEEDED.value())
            .bool("extension_counts", rules -> rules.stops().extensionCounts())
            .text("rule_set", RuleSet::name);
    private static final ParameterRows<Due> ORDERS = ParameterRows.<Due>after(RULES)
            .uuid("gate_id", Due::gate)
            .uuid("application_id", o -> o.order().applicationId())
            .uuid("case_id", o -> o.order().caseId())
            .text("institution_code", o -> o.order().account().institutionCode())
            .text("account_number", o -> o.order().account().number())
            .text("account_name", o -> o.order().account().name())
            .text("account_kind", o -> o.order().account().kind().name())
            .integer("level", o -> o.order().level())
            .bigint("tainted_fen", o -> o.order().tainted().fen())
            .optionalUuid("original_application_id", o -> o.order().original())
            .instant("placed_at", o -> o.order().placedAt())
            .bytes("instruction", o -> o.order().instruction())
            .text("state", o -> o.order().phase().name())
            .integer("attempts", o -> o.order().progress().attempts())
            .text("manual_reason", o -> StopOrderRow.manualReason(o.order().state()))
            .text(
                    "candidates",
                    o -> StopOrderRow.join(StopOrderRow.candidates(o.order().state())))
            .optionalInstant("due_at", Due::at)
            .text(
                    "timeline",
                    o -> StopOrderRow.timeline(o.order().phase(), o.order().placedAt(), "PLACED"))
            .text(
                    "refusal",
                    o -> StopOrderRow.timeline(
                            Phase.DECLINED, o.order().placedAt(), "RULE " + ResultCode.STOP_COUNT_EXCEEDED));

    /** What the parameters of the rest of the statement come after. */
    public static final Parameters PARAMETERS = ORDERS;

    /**
     * Makes {@code placed (application_id, state, urgent)} and
     * {@code waiting (application_id, institution_code, account_number, urgent)}.
     */
    public static final String CTES = RULES.in("""
            wanted AS (
                SELECT o.*, coalesce(earlier.stops >= :most_stops AND NOT earlier.live, false) AS refused,
                       earlier.orders > 0 AS repeated,
                       bool_or(earlier.mule_stops >= :mule_stops OR reached.cases >= :mule_cases)
                           OVER (PARTITION BY o.gate_id)
                       OR (SELECT true FROM stop_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
                       OR (SELECT true FROM waiting_order u WHERE u.case_id = o.case_id AND u.urgent LIMIT 1) IS NOT NULL
                       AS urgent
                FROM gate JOIN
            """ + ORDERS.as("o") + """
                     USING (gate_id)
                LEFT JOIN LATERAL (
                    SELECT
            """ + StopCount.where(":extension_counts") + """
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
                        LIMIT :mule_cases) others) reached
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
                       CASE WHEN refused THEN :stop_count_exceeded ELSE '' END, '', '', '',
                       CASE WHEN refused THEN '' ELSE candidates END, CASE WHEN refused THEN '' ELSE manual_reason END,
                       CASE WHEN refused THEN placed_at END, CASE WHEN refused THEN NULL ELSE due_at END,
                       CASE WHEN refused THEN refusal ELSE timeline END::jsonb, 0, :rule_set, urgent
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
                       :rule_set, w.urgent
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
            """);

    private OrderInsert() {}

    /** An order and what must be new for it to be placed. */
    public record Gated(UUID gate, StopOrder order) {}

    /** An order and when it is due, once its gate is open. */
    private record Due(UUID gate, StopOrder order, Optional<Instant> at) {
        static Due of(Gated gated, RuleSet rules, OrderDueTimes dueTimes) {
            StopOrder order = gated.order();
            return new Due(gated.gate(), order, dueTimes.next(order, rules.doubt(), order.placedAt()));
        }
    }

    /** The statement's first parameters, up to {@link #PARAMETERS}; all orders are made under {@code rules}. */
    public static Tuple parameters(List<Gated> orders, RuleSet rules, OrderDueTimes dueTimes) {
        return ORDERS.addTo(
                RULES.addTo(Tuple.tuple(), rules),
                orders.stream().map(order -> Due.of(order, rules, dueTimes)).toList());
    }
}
