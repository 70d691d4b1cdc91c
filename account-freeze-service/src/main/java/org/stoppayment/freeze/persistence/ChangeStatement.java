package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.booleans;
import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.optionalLongs;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.utc;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.stoppayment.freeze.application.OrderChange;
import org.stoppayment.freeze.application.StoppedAccounts;
import org.stoppayment.freeze.domain.Finding;
import org.stoppayment.freeze.domain.Stop;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * The statement that changes orders: state, books, bookings and outbox at once, for any number of orders. An order whose
 * version is not the one that was read is left alone, with all that belongs to the change.
 *
 * <p>A claim whose books are not what the change took them for (it grew since, was held before under an earlier stop, or money
 * has left the account) is not booked with the change, and its event is not written: something new is known of it, and it is
 * marked to be followed. A booking whose serial is known with another content leaves the first as it is, a flag and a finding.
 *
 * <p>OFFSET 0 keeps the planner from reading all outflows there are, once, to answer for the few accounts that it is asked about.
 */
final class ChangeStatement {

    static final String SQL = """
            WITH wanted AS (
                SELECT * FROM unnest(
                    $1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::boolean[], $6::int[], $7::int[], $8::int[],
                    $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                    $16::timestamptz[], $17::timestamptz[], $18::bigint[], $19::timestamptz[], $20::timestamptz[],
                    $21::text[], $22::text[], $63::boolean[], $64::timestamptz[], $66::timestamptz[], $67::int[])
                AS w (application_id, version, state, live, counted, attempts, inquiries, unsent, first_failure_at,
                      result_code, reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at,
                      balance_fen, ended_at, due_at, timeline, institution_code, extended, warn_at, bookings_since, bookings_inquiries)),
            left_with AS (
                SELECT * FROM unnest($23::uuid[], $24::text[], $25::text[], $26::text[], $27::text[], $28::bigint[],
                                     $29::timestamptz[], $30::bigint[], $31::text[], $32::text[], $33::text[], $34::text[])
                AS f (application_id, institution_code, account_number, serial, kind, amount_fen, booked_at, sequence,
                      payee_institution_code, payee_number, payee_name, payee_kind)),
            contradicted AS (
                SELECT DISTINCT f.application_id, f.serial
                FROM left_with f JOIN outflow o USING (institution_code, account_number, serial)
                WHERE (f.kind, f.amount_fen, f.booked_at, f.sequence, f.payee_number)
                   <> (o.kind, o.amount_fen, o.booked_at, o.sequence, o.payee_number)),
            changed AS (
                UPDATE stop_order SET
                    version = stop_order.version + 1, state = w.state, live = w.live, counted = w.counted,
                    attempts = w.attempts, inquiries = w.inquiries, unsent = w.unsent,
                    first_failure_at = w.first_failure_at, result_code = w.result_code, reference = w.reference,
                    flags = CASE WHEN strpos(w.flags, 'SERIAL_CONFLICT') = 0
                                      AND w.application_id IN (SELECT application_id FROM contradicted)
                                 THEN concat_ws(',', nullif(w.flags, ''), 'SERIAL_CONFLICT') ELSE w.flags END,
                    mismatched = w.mismatched, candidates = w.candidates,
                    manual_reason = w.manual_reason, stopped_at = w.stopped_at, expires_at = w.expires_at,
                    balance_fen = w.balance_fen, due_at = w.due_at,
                    ended_at = CASE WHEN NOT w.live THEN coalesce(stop_order.ended_at, w.ended_at) END,
                    timeline = stop_order.timeline || w.timeline::jsonb, institution_code = w.institution_code,
                    extended = w.extended, bookings_since = w.bookings_since, bookings_inquiries = w.bookings_inquiries,
                    warn_at = CASE WHEN w.state <> 'IN_EFFECT' THEN NULL
                                   WHEN stop_order.expires_at = w.expires_at THEN stop_order.warn_at
                                   ELSE w.warn_at END
                FROM wanted w
                WHERE stop_order.application_id = w.application_id AND stop_order.version = w.version
                RETURNING stop_order.application_id, stop_order.state),
            told_of AS ( -- a change tells of all that it finds as one; what is known is found no more
                INSERT INTO finding (application_id, kind, content, occurrence)
                SELECT DISTINCT n.application_id, n.kind, n.content,
                       1 + coalesce((SELECT max(f.occurrence) FROM finding f
                                     WHERE f.application_id = n.application_id AND f.kind = n.kind), 0)
                FROM changed JOIN (
                    SELECT * FROM unnest($68::uuid[], $69::text[], $70::text[])
                    UNION ALL SELECT application_id, 'BOOKING_UNCLEAR', 'SERIAL_CONFLICT ' || serial FROM contradicted)
                    AS n (application_id, kind, content) USING (application_id)
                ON CONFLICT DO NOTHING),
            went_out AS (
                INSERT INTO outflow (application_id, institution_code, account_number, serial, kind, amount_fen,
                                     booked_at, sequence, payee_institution_code, payee_number, payee_name, payee_kind)
                SELECT f.* FROM changed JOIN left_with f USING (application_id)
                ON CONFLICT (institution_code, account_number, serial) DO NOTHING
                RETURNING institution_code, account_number),
            came_in AS (
                INSERT INTO inflow (application_id, institution_code, account_number, serial, amount_fen, booked_at,
                                    payer_institution_code, payer_number, payer_name, payer_kind, weigh_at)
                SELECT f.*, $65::timestamptz FROM changed JOIN unnest($35::uuid[], $36::text[], $37::text[], $38::text[], $39::bigint[],
                                       $40::timestamptz[], $41::text[], $42::text[], $43::text[], $44::text[])
                     AS f (application_id, institution_code, account_number, serial, amount_fen, booked_at,
                           payer_institution_code, payer_number, payer_name, payer_kind) USING (application_id)
                ON CONFLICT (institution_code, account_number, serial) DO NOTHING
                RETURNING institution_code, account_number),
            weighed_again AS ( -- what was told before the stop: one inflow that is due has its account weighed whole
                UPDATE inflow SET weigh_at = $65::timestamptz
                FROM changed JOIN unnest($51::uuid[], $52::text[], $53::text[], $55::boolean[])
                     AS s (application_id, institution_code, account_number, moved) USING (application_id)
                CROSS JOIN LATERAL (
                    SELECT i.serial FROM inflow i
                    WHERE i.institution_code = s.institution_code AND i.account_number = s.account_number
                    ORDER BY i.serial LIMIT 1) told
                WHERE changed.state = 'IN_EFFECT' AND s.moved AND inflow.institution_code = s.institution_code
                  AND inflow.account_number = s.account_number AND inflow.serial = told.serial),
            booked AS (
                UPDATE claim SET held_fen = b.held_fen, knowledge = claim.knowledge + 1,
                                 traced_knowledge = claim.traced_knowledge + 1
                FROM changed JOIN unnest($45::uuid[], $46::uuid[], $47::text[], $48::text[], $49::bigint[], $50::bigint[])
                     AS b (application_id, case_id, institution_code, account_number, held_fen, tainted_fen)
                     USING (application_id)
                WHERE claim.case_id = b.case_id AND claim.institution_code = b.institution_code
                  AND claim.account_number = b.account_number
                  AND claim.reported_fen + claim.received_fen = b.tainted_fen
                  AND claim.held_fen = 0 AND claim.lapsed_fen = 0 AND claim.lifted_fen = 0
                  AND NOT EXISTS (SELECT FROM outflow o WHERE o.institution_code = b.institution_code
                                                          AND o.account_number = b.account_number)
                RETURNING b.application_id, claim.case_id),
            behind AS (
                UPDATE claim SET knowledge = claim.knowledge + 1, due_at = t.due_at
                FROM changed JOIN unnest($51::uuid[], $52::text[], $53::text[], $54::timestamptz[], $55::boolean[])
                     AS t (application_id, institution_code, account_number, due_at, moved) USING (application_id)
                WHERE claim.institution_code = t.institution_code AND claim.account_number = t.account_number
                  AND NOT EXISTS (SELECT FROM booked
                                  WHERE booked.application_id = t.application_id AND booked.case_id = claim.case_id)
                  AND (t.moved
                       OR (t.institution_code, t.account_number) IN (SELECT * FROM went_out)
                       OR (t.institution_code, t.account_number) IN (SELECT * FROM came_in)
                          AND EXISTS (SELECT FROM outflow o WHERE o.institution_code = t.institution_code
                                                              AND o.account_number = t.account_number OFFSET 0))
                RETURNING t.application_id, claim.case_id),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM changed JOIN unnest($56::uuid[], $57::uuid[], $58::uuid[], $59::text[], $60::timestamptz[],
                                         $61::bytea[], $62::timestamptz[])
                     AS e (application_id, event_id, case_id, type, occurred_at, data, due_at) USING (application_id)
                WHERE application_id <> ALL ($45::uuid[]) OR application_id IN (SELECT application_id FROM booked)
                RETURNING event_id)
            SELECT application_id AS written, NULL::uuid AS behind FROM changed
            UNION ALL SELECT event_id, NULL FROM announced
            UNION ALL SELECT application_id, case_id FROM behind
            """;

    /** How long the process that wrote bookings has to follow them before any replica may. */
    private static final Duration HEAD_START = Duration.ofSeconds(1);

    private ChangeStatement() {}

    private record Of<T>(OrderChange change, T part) {
        StopOrder order() {
            return change.after();
        }
    }

    static Tuple parameters(List<OrderChange> changes) {
        Tuple tuple = Tuple.tuple();
        addOrders(tuple, changes);
        BookingColumns.addOutflows(tuple, changes);
        BookingColumns.addInflows(tuple, changes);
        addBooks(tuple, changes);
        addClaimsBehind(tuple, changes);
        addEvents(tuple, changes)
                .addValue(booleans(
                        changes,
                        c -> c.after().state().stop().filter(Stop::extended).isPresent()))
                .addValue(optionalInstants(changes, OrderChange::warnAt))
                .addValue(changes.stream()
                        .map(OrderChange::at)
                        .max(Comparator.naturalOrder())
                        .map(last -> utc(last.plus(StoppedAccounts.WEIGH_AFTER)))
                        .orElseThrow())
                .addValue(optionalInstants(changes, c -> c.after().awaited().since()))
                .addValue(ints(changes, c -> c.after().awaited().inquiries()));
        return addFindings(tuple, changes);
    }

    private static Tuple addFindings(Tuple tuple, List<OrderChange> changes) {
        List<Of<Finding>> findings = new ArrayList<>();
        changes.forEach(change ->
                change.after().progress().findings().forEach(finding -> findings.add(new Of<>(change, finding))));
        return tuple.addValue(uuids(findings, f -> f.order().applicationId()))
                .addValue(texts(findings, f -> f.part().kind().name()))
                .addValue(texts(findings, f -> f.part().content()));
    }

    private static void addOrders(Tuple tuple, List<OrderChange> changes) {
        List<StopOrder> orders = changes.stream().map(OrderChange::after).toList();
        tuple.addValue(uuids(orders, StopOrder::applicationId))
                .addValue(ints(orders, StopOrder::version))
                .addValue(texts(orders, o -> o.phase().name()))
                .addValue(booleans(orders, o -> o.phase().isLive()))
                .addValue(booleans(orders, StopOrderRow::isCounted))
                .addValue(ints(orders, o -> o.progress().attempts()))
                .addValue(ints(orders, o -> o.progress().inquiries()))
                .addValue(ints(orders, o -> o.progress().unsent()))
                .addValue(optionalInstants(orders, o -> o.progress().firstFailureAt()))
                .addValue(texts(orders, o -> o.progress().resultCode()))
                .addValue(texts(orders, o -> o.progress().reference()))
                .addValue(texts(orders, o -> StopOrderRow.join(o.progress().flags())))
                .addValue(texts(orders, o -> StopOrderRow.join(StopOrderRow.mismatched(o.state()))))
                .addValue(texts(orders, o -> StopOrderRow.join(StopOrderRow.candidates(o.state()))))
                .addValue(texts(orders, o -> StopOrderRow.manualReason(o.state())))
                .addValue(optionalInstants(orders, o -> o.state().stop().map(Stop::stoppedAt)))
                .addValue(optionalInstants(orders, o -> o.state().stop().map(Stop::expiresAt)))
                .addValue(optionalLongs(
                        orders, o -> o.state().stop().map(stop -> stop.balance().fen())))
                .addValue(optionalInstants(changes, c -> StopOrderRow.endedAt(c.after(), c.at())))
                .addValue(optionalInstants(changes, OrderChange::dueAt))
                .addValue(texts(changes, ChangeStatement::timeline))
                .addValue(texts(orders, o -> o.account().institutionCode()));
    }

    private static String timeline(OrderChange change) {
        return change.cause()
                .map(cause -> StopOrderRow.timeline(change.after().phase(), change.at(), cause))
                .orElse("[]");
    }

    private static void addBooks(Tuple tuple, List<OrderChange> changes) {
        List<OrderChange> booked =
                changes.stream().filter(c -> c.books().isPresent()).toList();
        tuple.addValue(uuids(booked, c -> c.after().applicationId()))
                .addValue(uuids(booked, c -> c.after().caseId()))
                .addValue(texts(booked, c -> c.after().account().institutionCode()))
                .addValue(texts(booked, c -> c.after().account().number()))
                .addValue(longs(booked, c -> c.books().orElseThrow().held().fen()))
                .addValue(longs(booked, c -> c.books().orElseThrow().tainted().fen()));
    }

    private static void addClaimsBehind(Tuple tuple, List<OrderChange> changes) {
        List<OrderChange> settled = changes.stream()
                .filter(change -> change.touchesOtherClaims() || change.tellsOfBookings())
                .toList();
        tuple.addValue(uuids(settled, c -> c.after().applicationId()))
                .addValue(texts(settled, c -> c.after().account().institutionCode()))
                .addValue(texts(settled, c -> c.after().account().number()))
                .addValue(instants(settled, c -> c.tellsOfBookings() ? c.at().plus(HEAD_START) : c.at()))
                .addValue(booleans(settled, OrderChange::touchesOtherClaims));
    }

    private static Tuple addEvents(Tuple tuple, List<OrderChange> changes) {
        List<Of<OutboxEvent>> events = new ArrayList<>();
        changes.forEach(change -> change.event().ifPresent(event -> events.add(new Of<>(change, event))));
        return tuple.addValue(uuids(events, e -> e.order().applicationId()))
                .addValue(uuids(events, e -> e.part().eventId()))
                .addValue(uuids(events, e -> e.part().caseId()))
                .addValue(texts(events, e -> e.part().type()))
                .addValue(instants(events, e -> e.part().occurredAt()))
                .addValue(bytes(events, e -> e.part().data()))
                .addValue(instants(events, e -> e.part().dueAt()));
    }
}
