package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.utc;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.application.TraceStep;
import org.stoppayment.freeze.application.TraceStep.ClaimChange;
import org.stoppayment.freeze.domain.ClaimBooks;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.RuleSet;
import org.stoppayment.freeze.domain.tracing.MoneyTrail.Traced;
import org.stoppayment.freeze.persistence.OrderInsert.Gated;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * The statement that takes a step of a trace: claims, traced transfers, orders and outbox at once. Nothing is written unless
 * the trace is at the version that was read and every claim that changes is as it was read; so no step undoes what somebody
 * else has written since, and no wake-up is lost.
 */
final class TraceStatement {

    static final String SQL = """
            WITH as_read AS MATERIALIZED (
                SELECT c.knowledge = r.knowledge AS same
                FROM (SELECT * FROM unnest($27::text[], $28::text[], $29::int[])
                      AS known (institution_code, account_number, knowledge) ORDER BY 1, 2) r
                CROSS JOIN LATERAL (
                    SELECT claim.knowledge FROM claim
                    WHERE claim.case_id = $26 AND claim.institution_code = r.institution_code
                      AND claim.account_number = r.account_number
                    FOR UPDATE) c),
            gate AS (
                INSERT INTO trace (case_id, version, nodes)
                SELECT $26::uuid, 1, cardinality($42::text[])
                WHERE (SELECT count(*) FROM as_read WHERE same) = cardinality($27::text[])
                ON CONFLICT (case_id) DO UPDATE
                SET version = trace.version + 1, nodes = trace.nodes + excluded.nodes
                WHERE trace.version = $30::int
                RETURNING case_id AS gate_id),
            """ + OrderInsert.CTES + """
            , stepped AS (
                UPDATE claim SET
                    level = c.level, received_fen = c.received_fen, onward_fen = c.onward_fen, cash_fen = c.cash_fen,
                    merchant_fen = c.merchant_fen, held_fen = c.held_fen, lapsed_fen = c.lapsed_fen,
                    lifted_fen = c.lifted_fen, not_followed = c.not_followed, traced_knowledge = claim.knowledge,
                    due_at = coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
                        SELECT institution_code, account_number FROM waiting) THEN $55::timestamptz END)
                FROM gate, unnest($27::text[], $28::text[], $31::int[], $32::bigint[], $33::bigint[], $34::bigint[],
                                  $35::bigint[], $36::bigint[], $37::bigint[], $38::bigint[], $39::text[],
                                  $40::timestamptz[])
                     AS c (institution_code, account_number, level, received_fen, onward_fen, cash_fen, merchant_fen,
                           held_fen, lapsed_fen, lifted_fen, not_followed, due_at)
                WHERE claim.case_id IS NOT DISTINCT FROM gate.gate_id -- no index by case: that may be ten thousand claims
                  AND claim.institution_code = c.institution_code AND claim.account_number = c.account_number),
            reached AS (
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                                   received_fen, onward_fen, cash_fen, merchant_fen, held_fen, lapsed_fen, lifted_fen,
                                   not_followed, claimed_at, knowledge, traced_knowledge, due_at)
                SELECT gate.gate_id, c.institution_code, c.account_number, c.account_name, c.account_kind, c.level,
                       c.received_fen, c.onward_fen, c.cash_fen, c.merchant_fen, c.held_fen, c.lapsed_fen, c.lifted_fen,
                       c.not_followed, $41::timestamptz, 1, 1,
                       coalesce(c.due_at, CASE WHEN (c.institution_code, c.account_number) IN (
                           SELECT institution_code, account_number FROM waiting) THEN $55::timestamptz END)
                FROM gate, unnest($42::text[], $43::text[], $44::text[], $45::text[], $46::int[], $47::bigint[],
                                  $48::bigint[], $49::bigint[], $50::bigint[], $51::bigint[], $52::bigint[], $53::bigint[],
                                  $54::text[], $56::timestamptz[])
                     AS c (institution_code, account_number, account_name, account_kind, level, received_fen, onward_fen,
                           cash_fen, merchant_fen, held_fen, lapsed_fen, lifted_fen, not_followed, due_at)
                ORDER BY c.institution_code, c.account_number),
            carried AS (
                INSERT INTO traced_transfer (case_id, institution_code, account_number, serial, tainted_fen, level)
                SELECT gate.gate_id, t.* FROM gate, unnest($57::text[], $58::text[], $59::text[], $60::bigint[], $61::int[])
                     AS t (institution_code, account_number, serial, tainted_fen, level)
                WHERE t.tainted_fen > 0
                ON CONFLICT (case_id, institution_code, account_number, serial) DO UPDATE
                SET tainted_fen = excluded.tainted_fen, level = excluded.level),
            carried_nothing AS (
                DELETE FROM traced_transfer USING gate, unnest($57::text[], $58::text[], $59::text[], $60::bigint[])
                     AS t (institution_code, account_number, serial, tainted_fen)
                WHERE t.tainted_fen = 0 AND traced_transfer.case_id = gate.gate_id
                  AND traced_transfer.institution_code = t.institution_code
                  AND traced_transfer.account_number = t.account_number AND traced_transfer.serial = t.serial),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.* FROM gate, unnest($62::uuid[], $63::uuid[], $64::text[], $65::timestamptz[], $66::bytea[],
                                             $67::timestamptz[]) AS e)
            SELECT gate_id AS id, 'WRITTEN' AS state, false AS urgent FROM gate
            UNION ALL SELECT application_id, state, urgent FROM placed
            UNION ALL SELECT application_id, 'QUEUED', urgent FROM waiting
            """;

    private TraceStatement() {}

    static Tuple parameters(TraceStep step, RuleSet rules, DueTimes dueTimes) {
        List<ClaimChange> known =
                step.claims().stream().filter(claim -> !claim.isNew()).toList();
        List<ClaimChange> reached =
                step.claims().stream().filter(ClaimChange::isNew).toList();
        Tuple tuple = OrderInsert.parameters(
                step.orders().stream()
                        .map(order -> new Gated(step.caseId(), order))
                        .toList(),
                rules,
                dueTimes);
        tuple.addValue(step.caseId())
                .addValue(texts(known, c -> c.account().institutionCode()))
                .addValue(texts(known, c -> c.account().number()))
                .addValue(ints(known, c -> c.knowledge().orElseThrow()))
                .addValue(step.version())
                .addValue(ints(known, ClaimChange::level));
        addBooks(tuple, known);
        tuple.addValue(texts(known, c -> c.notFollowed().name()))
                .addValue(optionalInstants(known, ClaimChange::dueAt))
                .addValue(utc(step.at()))
                .addValue(texts(reached, c -> c.account().institutionCode()))
                .addValue(texts(reached, c -> c.account().number()))
                .addValue(texts(reached, c -> c.account().name()))
                .addValue(texts(reached, c -> c.account().kind().name()))
                .addValue(ints(reached, ClaimChange::level));
        addBooks(tuple, reached);
        tuple.addValue(texts(reached, c -> c.notFollowed().name()))
                .addValue(utc(step.lookAgainAt()))
                .addValue(optionalInstants(reached, ClaimChange::dueAt));
        addTransfers(tuple, step.transfers());
        return addEvents(tuple, step.events());
    }

    private static void addBooks(Tuple tuple, List<ClaimChange> claims) {
        List<Function<ClaimBooks, Money>> sums = List.of(
                ClaimBooks::received,
                ClaimBooks::onward,
                ClaimBooks::cash,
                ClaimBooks::merchant,
                ClaimBooks::held,
                ClaimBooks::lapsed,
                ClaimBooks::lifted);
        sums.forEach(sum ->
                tuple.addValue(longs(claims, claim -> sum.apply(claim.books()).fen())));
    }

    private static void addTransfers(Tuple tuple, List<Traced> transfers) {
        tuple.addValue(texts(transfers, t -> t.flow().payer().institutionCode()))
                .addValue(texts(transfers, t -> t.flow().payer().number()))
                .addValue(texts(transfers, t -> t.flow().serial()))
                .addValue(longs(transfers, t -> t.tainted().fen()))
                .addValue(ints(transfers, Traced::level));
    }

    private static Tuple addEvents(Tuple tuple, List<OutboxEvent> events) {
        return tuple.addValue(uuids(events, OutboxEvent::eventId))
                .addValue(uuids(events, OutboxEvent::caseId))
                .addValue(texts(events, OutboxEvent::type))
                .addValue(instants(events, OutboxEvent::occurredAt))
                .addValue(bytes(events, OutboxEvent::data))
                .addValue(instants(events, OutboxEvent::dueAt));
    }
}
