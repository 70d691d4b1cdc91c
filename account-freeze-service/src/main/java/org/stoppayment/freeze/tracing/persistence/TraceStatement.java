package org.stoppayment.freeze.tracing.persistence;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.persistence.OrderInsert;
import org.stoppayment.freeze.orders.persistence.OrderInsert.Gated;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.freeze.tracing.application.TraceStep;
import org.stoppayment.freeze.tracing.application.TraceStep.ClaimChange;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.ParameterRows;
import org.stoppayment.kit.postgres.ParameterValues;

/**
 * The statement that takes a step of a trace: claims, traced transfers, orders and outbox at once. Nothing is written unless
 * the trace is at the version that was read and every claim that changes is as it was read; so no step undoes what somebody
 * else has written since, and no wake-up is lost.
 */
public final class TraceStatement {

    private static final ParameterValues<TraceStep> STEP = ParameterValues.<TraceStep>after(OrderInsert.PARAMETERS)
            .uuid("case_id", TraceStep::caseId)
            .integer("version", TraceStep::version)
            .instant("at", TraceStep::at)
            .instant("look_again_at", TraceStep::lookAgainAt);
    private static final ParameterRows<ClaimChange> KNOWN = traced(ParameterRows.<ClaimChange>after(STEP)
            .text("institution_code", c -> c.account().institutionCode())
            .text("account_number", c -> c.account().number())
            .integer("knowledge", c -> c.knowledge().orElseThrow()));
    private static final ParameterRows<ClaimChange> REACHED = traced(ParameterRows.<ClaimChange>after(KNOWN)
            .text("institution_code", c -> c.account().institutionCode())
            .text("account_number", c -> c.account().number())
            .text("account_name", c -> c.account().name())
            .text("account_kind", c -> c.account().kind().name()));
    private static final ParameterRows<Traced> TRANSFERS = ParameterRows.<Traced>after(REACHED)
            .text("institution_code", t -> t.flow().payer().institutionCode())
            .text("account_number", t -> t.flow().payer().number())
            .text("serial", t -> t.flow().serial())
            .bigint("tainted_fen", t -> t.tainted().fen())
            .integer("level", Traced::level);
    private static final ParameterRows<OutboxEvent> EVENTS =
            OutboxInsert.columns(ParameterRows.after(TRANSFERS), event -> event);

    public static final String SQL = STEP.in("""
            WITH as_read AS MATERIALIZED (
                SELECT c.knowledge = r.knowledge AS same
                FROM (SELECT * FROM
            """ + KNOWN.as("known", "institution_code", "account_number", "knowledge")
            + """
                      ORDER BY institution_code, account_number) r
                CROSS JOIN LATERAL (
                    SELECT claim.knowledge FROM claim
                    WHERE claim.case_id = :case_id AND claim.institution_code = r.institution_code
                      AND claim.account_number = r.account_number
                    FOR UPDATE) c),
            gate AS (
                INSERT INTO trace (case_id, version, nodes)
                SELECT :case_id, 1, cardinality(
            """
            + REACHED.array("institution_code") + """
                )
                WHERE (SELECT count(*) FROM as_read WHERE same) = cardinality(
            """ + KNOWN.array("institution_code") + """
                )
                ON CONFLICT (case_id) DO UPDATE
                SET version = trace.version + 1, nodes = trace.nodes + excluded.nodes
                WHERE trace.version = :version
                RETURNING case_id AS gate_id),
            """ + OrderInsert.CTES + """
            , stepped AS (
                UPDATE claim SET
                    level = c.level, received_fen = c.received_fen, onward_fen = c.onward_fen, cash_fen = c.cash_fen,
                    merchant_fen = c.merchant_fen, held_fen = c.held_fen, lapsed_fen = c.lapsed_fen,
                    lifted_fen = c.lifted_fen, not_followed = c.not_followed, traced_knowledge = claim.knowledge,
                    due_at = coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
                        SELECT institution_code, account_number FROM waiting) THEN :look_again_at END)
                FROM gate,
            """
            + KNOWN.as("c") + """
                WHERE claim.case_id IS NOT DISTINCT FROM gate.gate_id -- no index by case: that may be ten thousand claims
                  AND claim.institution_code = c.institution_code AND claim.account_number = c.account_number),
            reached AS (
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                                   received_fen, onward_fen, cash_fen, merchant_fen, held_fen, lapsed_fen, lifted_fen,
                                   not_followed, claimed_at, knowledge, traced_knowledge, due_at)
                SELECT gate.gate_id, c.institution_code, c.account_number, c.account_name, c.account_kind, c.level,
                       c.received_fen, c.onward_fen, c.cash_fen, c.merchant_fen, c.held_fen, c.lapsed_fen, c.lifted_fen,
                       c.not_followed, :at, 1, 1,
                       coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
                           SELECT institution_code, account_number FROM waiting) THEN :look_again_at END)
                FROM gate,
            """ + REACHED.as("c") + """
                ORDER BY c.institution_code, c.account_number),
            carried AS (
                INSERT INTO traced_transfer (case_id, institution_code, account_number, serial, tainted_fen, level)
                SELECT gate.gate_id, t.institution_code, t.account_number, t.serial, t.tainted_fen, t.level
                FROM gate,
            """ + TRANSFERS.as("t") + """
                WHERE t.tainted_fen > 0
                ON CONFLICT (case_id, institution_code, account_number, serial) DO UPDATE
                SET tainted_fen = excluded.tainted_fen, level = excluded.level),
            carried_nothing AS (
                DELETE FROM traced_transfer USING gate,
            """
            + TRANSFERS.as("t", "institution_code", "account_number", "serial", "tainted_fen") + """
                WHERE t.tainted_fen = 0 AND traced_transfer.case_id = gate.gate_id
                  AND traced_transfer.institution_code = t.institution_code
                  AND traced_transfer.account_number = t.account_number AND traced_transfer.serial = t.serial),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM gate,
            """ + EVENTS.as("e")
            + """
                )
            SELECT gate_id AS id, 'WRITTEN' AS state, false AS urgent FROM gate
            UNION ALL SELECT application_id, state, urgent FROM placed
            UNION ALL SELECT application_id, 'QUEUED', urgent FROM waiting
            """);

    private TraceStatement() {}

    /** {@code claims} with what a trace finds out about each. */
    private static ParameterRows<ClaimChange> traced(ParameterRows<ClaimChange> claims) {
        return claims.integer("level", ClaimChange::level)
                .bigint("received_fen", c -> c.books().received().fen())
                .bigint("onward_fen", c -> c.books().onward().fen())
                .bigint("cash_fen", c -> c.books().cash().fen())
                .bigint("merchant_fen", c -> c.books().merchant().fen())
                .bigint("held_fen", c -> c.books().held().fen())
                .bigint("lapsed_fen", c -> c.books().lapsed().fen())
                .bigint("lifted_fen", c -> c.books().lifted().fen())
                .text("not_followed", c -> c.notFollowed().name())
                .optionalInstant("due_at", ClaimChange::dueAt);
    }

    static Tuple parameters(TraceStep step, RuleSet rules, OrderDueTimes dueTimes) {
        List<Gated> orders = step.orders().stream()
                .map(order -> new Gated(step.caseId(), order))
                .toList();
        List<ClaimChange> known =
                step.claims().stream().filter(claim -> !claim.isNew()).toList();
        List<ClaimChange> reached =
                step.claims().stream().filter(ClaimChange::isNew).toList();
        Tuple tuple = OrderInsert.parameters(orders, rules, dueTimes);
        STEP.addTo(tuple, step);
        KNOWN.addTo(tuple, known);
        REACHED.addTo(tuple, reached);
        TRANSFERS.addTo(tuple, step.transfers());
        return EVENTS.addTo(tuple, step.events());
    }
}
