package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.optionalLongs;
import static org.stoppayment.kit.postgres.Columns.optionalUuids;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.domain.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.Placement;
import org.stoppayment.freeze.domain.RuleSet;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * The statement that places orders: inbox, orders, claims, transfers and outbox at once, for any number of reports.
 *
 * <p>What only the database can know is decided in it: whether an event is new, whether an account has a live stop of ours
 * (then the order waits, and the claim is marked to be booked under that stop), and whether an account has had all
 * its stops (then the order is declined here, before it is sent).
 *
 * <p>Rows are written in one order everywhere, so that reports which name the same accounts wait for each other and do not
 * lock each other out.
 */
final class PlacementStatement {

    static final String SQL = """
            WITH fresh AS (
                INSERT INTO inbox (event_id, case_id, received_at)
                SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS f (event_id, case_id, received_at)
                ORDER BY event_id
                ON CONFLICT (event_id) DO NOTHING
                RETURNING event_id),
            wanted AS (
                SELECT o.*, coalesce(earlier.stops >= $4::int AND NOT earlier.live, false) AS refused
                FROM fresh JOIN unnest(
                         $5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::int[],
                         $13::bigint[], $14::uuid[], $15::timestamptz[], $16::bytea[], $17::text[], $18::int[],
                         $19::text[], $20::text[], $21::timestamptz[], $22::text[], $23::text[])
                     AS o (event_id, application_id, case_id, institution_code, account_number, account_name,
                           account_kind, level, tainted_fen, original_application_id, placed_at, instruction, state,
                           attempts, manual_reason, candidates, due_at, timeline, refusal) USING (event_id)
                LEFT JOIN LATERAL (
                    SELECT count(*) FILTER (WHERE s.counted) + count(*) FILTER (WHERE s.extended AND $51) AS stops,
                           coalesce(bool_or(s.live), false) AS live
                    FROM stop_order s
                    WHERE s.institution_code = o.institution_code AND s.account_number = o.account_number) earlier
                ON true),
            placed AS (
                INSERT INTO stop_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, original_application_id, placed_at, instruction, state, live, counted, attempts,
                    inquiries, unsent, result_code, reference, flags, mismatched, candidates, manual_reason, ended_at,
                    due_at, timeline, version, rule_set)
                SELECT application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                       tainted_fen, original_application_id, placed_at, instruction,
                       CASE WHEN refused THEN 'DECLINED' ELSE state END, NOT refused, false,
                       CASE WHEN refused THEN 0 ELSE attempts END, 0, 0,
                       CASE WHEN refused THEN $24::text ELSE '' END, '', '', '',
                       CASE WHEN refused THEN '' ELSE candidates END, CASE WHEN refused THEN '' ELSE manual_reason END,
                       CASE WHEN refused THEN placed_at END, CASE WHEN refused THEN NULL ELSE due_at END,
                       CASE WHEN refused THEN refusal ELSE timeline END::jsonb, 0, $52::text
                FROM wanted
                ORDER BY institution_code, account_number
                ON CONFLICT (institution_code, account_number) WHERE live DO NOTHING
                RETURNING application_id, state),
            waiting AS (
                INSERT INTO waiting_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, original_application_id, placed_at, instruction, rule_set)
                SELECT w.application_id, w.case_id, w.institution_code, w.account_number, w.account_name,
                       w.account_kind, w.level, w.tainted_fen, w.original_application_id, w.placed_at, w.instruction, $52::text
                FROM wanted w LEFT JOIN placed USING (application_id)
                WHERE placed.application_id IS NULL
                RETURNING application_id),
            claiming AS (
                SELECT c.*, placed.application_id IS NOT NULL AS is_placed
                FROM fresh JOIN unnest($25::uuid[], $26::uuid[], $27::text[], $28::text[], $29::int[], $30::bigint[],
                                       $31::timestamptz[], $32::uuid[])
                     AS c (event_id, case_id, institution_code, account_number, level, tainted_fen, claimed_at,
                           application_id) USING (event_id)
                LEFT JOIN placed USING (application_id)),
            claimed AS (
                INSERT INTO claim (case_id, institution_code, account_number, level, tainted_fen, claimed_at, due_at)
                SELECT case_id, institution_code, account_number, level, greatest(tainted_fen, 0), claimed_at,
                       CASE WHEN NOT is_placed THEN claimed_at END
                FROM claiming
                ORDER BY case_id, institution_code, account_number
                ON CONFLICT (case_id, institution_code, account_number) DO UPDATE
                SET tainted_fen = claim.tainted_fen + ( -- not excluded's: the row's checks come before the conflict
                        SELECT c.tainted_fen FROM claiming c
                        WHERE c.case_id = claim.case_id AND c.institution_code = claim.institution_code
                          AND c.account_number = claim.account_number),
                    level = least(claim.level, excluded.level), due_at = excluded.claimed_at),
            remembered AS (
                INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name,
                                               account_kind, amount_fen, transferred_at, serial, corrects)
                SELECT t.transfer_id, t.case_id, t.institution_code, t.account_number, t.account_name, t.account_kind,
                       t.amount_fen, t.transferred_at, t.serial, t.corrects
                FROM fresh JOIN unnest($33::uuid[], $34::uuid[], $35::uuid[], $36::text[], $37::text[], $38::text[],
                                       $39::text[], $40::bigint[], $41::timestamptz[], $42::text[], $50::uuid[])
                     AS t (event_id, transfer_id, case_id, institution_code, account_number, account_name,
                           account_kind, amount_fen, transferred_at, serial, corrects) USING (event_id)),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.outbox_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM fresh JOIN unnest($43::uuid[], $44::uuid[], $45::uuid[], $46::text[], $47::timestamptz[],
                                       $48::bytea[], $49::timestamptz[])
                     AS e (event_id, outbox_id, case_id, type, occurred_at, data, due_at) USING (event_id))
            SELECT application_id, state FROM placed
            UNION ALL
            SELECT application_id, 'QUEUED' FROM waiting
            """;

    private PlacementStatement() {}

    /** A placement and its event. */
    record New(Placement placement, Optional<OutboxEvent> event) {}

    private record Of<T>(Placement placement, T part) {}

    static Tuple parameters(List<New> rows, RuleSet rules, DueTimes dueTimes) {
        List<Placement> placements = rows.stream().map(New::placement).toList();
        List<Of<StopOrder>> orders = new ArrayList<>();
        List<Of<Placement.Claim>> claims = new ArrayList<>();
        List<Of<ReportedTransfer>> transfers = new ArrayList<>();
        List<Of<OutboxEvent>> events = new ArrayList<>();
        for (New row : rows) {
            Placement placement = row.placement();
            placement.orders().forEach(order -> orders.add(new Of<>(placement, order)));
            placement.claims().forEach(claim -> claims.add(new Of<>(placement, claim)));
            placement.transfers().forEach(transfer -> transfers.add(new Of<>(placement, transfer)));
            row.event().ifPresent(event -> events.add(new Of<>(placement, event)));
        }
        Tuple tuple = Tuple.tuple()
                .addValue(uuids(placements, Placement::eventId))
                .addValue(uuids(placements, Placement::caseId))
                .addValue(instants(placements, Placement::at))
                .addValue(rules.stops().stopsPerAccount());
        addOrders(tuple, orders, rules, dueTimes);
        tuple.addValue(ResultCode.STOP_COUNT_EXCEEDED.value());
        addClaims(tuple, claims);
        addTransfers(tuple, transfers);
        addEvents(tuple, events);
        return tuple.addValue(optionalUuids(transfers, t -> t.part().corrects()))
                .addValue(rules.stops().extensionCounts())
                .addValue(rules.name());
    }

    private static void addOrders(Tuple tuple, List<Of<StopOrder>> orders, RuleSet rules, DueTimes dueTimes) {
        tuple.addValue(uuids(orders, o -> o.placement().eventId()))
                .addValue(uuids(orders, o -> o.part().applicationId()))
                .addValue(uuids(orders, o -> o.part().caseId()))
                .addValue(texts(orders, o -> o.part().account().institutionCode()))
                .addValue(texts(orders, o -> o.part().account().number()))
                .addValue(texts(orders, o -> o.part().account().name()))
                .addValue(texts(orders, o -> o.part().account().kind().name()))
                .addValue(ints(orders, o -> o.part().level()))
                .addValue(longs(orders, o -> o.part().tainted().fen()))
                .addValue(optionalUuids(orders, o -> o.part().original()))
                .addValue(instants(orders, o -> o.part().placedAt()))
                .addValue(bytes(orders, o -> o.part().instruction()))
                .addValue(texts(orders, o -> o.part().phase().name()))
                .addValue(ints(orders, o -> o.part().progress().attempts()))
                .addValue(texts(orders, o -> StopOrderRow.manualReason(o.part().state())))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.join(StopOrderRow.candidates(o.part().state()))))
                .addValue(optionalInstants(
                        orders,
                        o -> dueTimes.next(o.part(), rules.doubt(), o.part().placedAt())))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.timeline(o.part().phase(), o.part().placedAt(), "PLACED")))
                .addValue(texts(
                        orders,
                        o -> StopOrderRow.timeline(
                                Phase.DECLINED, o.part().placedAt(), "RULE " + ResultCode.STOP_COUNT_EXCEEDED)));
    }

    private static void addClaims(Tuple tuple, List<Of<Placement.Claim>> claims) {
        tuple.addValue(uuids(claims, c -> c.placement().eventId()))
                .addValue(uuids(claims, c -> c.placement().caseId()))
                .addValue(texts(claims, c -> c.part().account().institutionCode()))
                .addValue(texts(claims, c -> c.part().account().number()))
                .addValue(ints(claims, c -> c.part().level()))
                .addValue(longs(claims, c -> c.part().taintedFen()))
                .addValue(instants(claims, c -> c.placement().at()))
                .addValue(optionalUuids(claims, c -> c.part().applicationId()));
    }

    private static void addTransfers(Tuple tuple, List<Of<ReportedTransfer>> transfers) {
        tuple.addValue(uuids(transfers, t -> t.placement().eventId()))
                .addValue(uuids(transfers, t -> t.part().transferId()))
                .addValue(uuids(transfers, t -> t.placement().caseId()))
                .addValue(texts(transfers, t -> t.part().payee().institutionCode()))
                .addValue(texts(transfers, t -> t.part().payee().number()))
                .addValue(texts(transfers, t -> t.part().payee().name()))
                .addValue(texts(transfers, t -> t.part().payee().kind().name()))
                .addValue(optionalLongs(transfers, t -> t.part().amount().map(Money::fen)))
                .addValue(optionalInstants(transfers, t -> t.part().transferredAt()))
                .addValue(texts(transfers, t -> t.part().serial()));
    }

    private static void addEvents(Tuple tuple, List<Of<OutboxEvent>> events) {
        tuple.addValue(uuids(events, e -> e.placement().eventId()))
                .addValue(uuids(events, e -> e.part().eventId()))
                .addValue(uuids(events, e -> e.part().caseId()))
                .addValue(texts(events, e -> e.part().type()))
                .addValue(instants(events, e -> e.part().occurredAt()))
                .addValue(bytes(events, e -> e.part().data()))
                .addValue(instants(events, e -> e.part().dueAt()));
    }
}
