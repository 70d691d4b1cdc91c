package org.stoppayment.freeze.persistence;

import static org.stoppayment.kit.postgres.Columns.booleans;
import static org.stoppayment.kit.postgres.Columns.bytes;
import static org.stoppayment.kit.postgres.Columns.instants;
import static org.stoppayment.kit.postgres.Columns.ints;
import static org.stoppayment.kit.postgres.Columns.longs;
import static org.stoppayment.kit.postgres.Columns.optionalInstants;
import static org.stoppayment.kit.postgres.Columns.optionalLongs;
import static org.stoppayment.kit.postgres.Columns.texts;
import static org.stoppayment.kit.postgres.Columns.uuids;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.stoppayment.freeze.application.OrderChange;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.Feedback.Outflow;
import org.stoppayment.freeze.domain.Stop;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * The statement that changes orders: state, books, outflows and outbox at once, for any number of orders. An order whose
 * version is not the one that was read is left alone, with all that belongs to the change.
 *
 * <p>A claim whose books are not what the change took them for (it grew since, or was held before under an earlier stop) is
 * not booked with the change, and its event is not written: it is marked to be booked by itself.
 */
final class ChangeStatement {

    static final String SQL = """
            WITH wanted AS (
                SELECT * FROM unnest(
                    $1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::boolean[], $6::int[], $7::int[], $8::int[],
                    $9::timestamptz[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
                    $16::timestamptz[], $17::timestamptz[], $18::bigint[], $19::timestamptz[], $20::timestamptz[],
                    $21::text[], $22::text[], $52::boolean[], $53::timestamptz[])
                AS w (application_id, version, state, live, counted, attempts, inquiries, unsent, first_failure_at,
                      result_code, reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at,
                      balance_fen, ended_at, due_at, timeline, institution_code, extended, warn_at)),
            changed AS (
                UPDATE stop_order SET
                    version = stop_order.version + 1, state = w.state, live = w.live, counted = w.counted,
                    attempts = w.attempts, inquiries = w.inquiries, unsent = w.unsent,
                    first_failure_at = w.first_failure_at, result_code = w.result_code, reference = w.reference,
                    flags = w.flags, mismatched = w.mismatched, candidates = w.candidates,
                    manual_reason = w.manual_reason, stopped_at = w.stopped_at, expires_at = w.expires_at,
                    balance_fen = w.balance_fen, due_at = w.due_at,
                    ended_at = CASE WHEN NOT w.live THEN coalesce(stop_order.ended_at, w.ended_at) END,
                    timeline = stop_order.timeline || w.timeline::jsonb, institution_code = w.institution_code,
                    extended = w.extended,
                    warn_at = CASE WHEN w.state <> 'IN_EFFECT' THEN NULL
                                   WHEN stop_order.expires_at = w.expires_at THEN stop_order.warn_at
                                   ELSE w.warn_at END
                FROM wanted w
                WHERE stop_order.application_id = w.application_id AND stop_order.version = w.version
                RETURNING stop_order.application_id),
            booked AS (
                UPDATE claim SET held_fen = b.held_fen
                FROM changed JOIN unnest($23::uuid[], $24::uuid[], $25::text[], $26::text[], $27::bigint[], $28::bigint[])
                     AS b (application_id, case_id, institution_code, account_number, held_fen, tainted_fen)
                     USING (application_id)
                WHERE claim.case_id = b.case_id AND claim.institution_code = b.institution_code
                  AND claim.account_number = b.account_number AND claim.tainted_fen = b.tainted_fen
                  AND claim.held_fen = 0 AND claim.lapsed_fen = 0 AND claim.lifted_fen = 0
                RETURNING b.application_id, claim.case_id),
            behind AS (
                UPDATE claim SET due_at = t.at
                FROM changed JOIN unnest($29::uuid[], $30::text[], $31::text[], $32::timestamptz[])
                     AS t (application_id, institution_code, account_number, at) USING (application_id)
                WHERE claim.institution_code = t.institution_code AND claim.account_number = t.account_number
                  AND NOT EXISTS (SELECT FROM booked
                                  WHERE booked.application_id = t.application_id AND booked.case_id = claim.case_id)),
            told AS (
                INSERT INTO outflow (application_id, institution_code, account_number, serial, kind, amount_fen,
                                     booked_at, sequence, payee_institution_code, payee_number, payee_name, payee_kind)
                SELECT f.* FROM changed JOIN unnest($33::uuid[], $34::text[], $35::text[], $36::text[], $37::text[],
                                       $38::bigint[], $39::timestamptz[], $40::bigint[], $41::text[], $42::text[],
                                       $43::text[], $44::text[])
                     AS f (application_id, institution_code, account_number, serial, kind, amount_fen, booked_at,
                           sequence, payee_institution_code, payee_number, payee_name, payee_kind)
                     USING (application_id)
                ON CONFLICT (institution_code, account_number, serial) DO NOTHING),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM changed JOIN unnest($45::uuid[], $46::uuid[], $47::uuid[], $48::text[], $49::timestamptz[],
                                         $50::bytea[], $51::timestamptz[])
                     AS e (application_id, event_id, case_id, type, occurred_at, data, due_at) USING (application_id)
                WHERE application_id <> ALL ($23::uuid[]) OR application_id IN (SELECT application_id FROM booked)
                RETURNING event_id)
            SELECT application_id AS written FROM changed UNION ALL SELECT event_id FROM announced
            """;

    private static final AccountRef NOBODY = new AccountRef("", "", "", AccountKind.UNSPECIFIED);

    private ChangeStatement() {}

    private record Of<T>(OrderChange change, T part) {
        StopOrder order() {
            return change.after();
        }
    }

    static Tuple parameters(List<OrderChange> changes) {
        Tuple tuple = Tuple.tuple();
        addOrders(tuple, changes);
        addBooks(tuple, changes);
        addClaimsBehind(tuple, changes);
        addOutflows(tuple, changes);
        return addEvents(tuple, changes)
                .addValue(booleans(
                        changes,
                        c -> c.after().state().stop().filter(Stop::extended).isPresent()))
                .addValue(optionalInstants(changes, OrderChange::warnAt));
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
        List<OrderChange> settled =
                changes.stream().filter(OrderChange::touchesOtherClaims).toList();
        tuple.addValue(uuids(settled, c -> c.after().applicationId()))
                .addValue(texts(settled, c -> c.after().account().institutionCode()))
                .addValue(texts(settled, c -> c.after().account().number()))
                .addValue(instants(settled, OrderChange::at));
    }

    private static void addOutflows(Tuple tuple, List<OrderChange> changes) {
        List<Of<Outflow>> outflows = new ArrayList<>();
        changes.forEach(change -> change.outflows().forEach(outflow -> outflows.add(new Of<>(change, outflow))));
        tuple.addValue(uuids(outflows, o -> o.order().applicationId()))
                .addValue(texts(outflows, o -> o.order().account().institutionCode()))
                .addValue(texts(outflows, o -> o.order().account().number()))
                .addValue(texts(outflows, o -> o.part().serial()))
                .addValue(texts(outflows, o -> o.part().kind()))
                .addValue(longs(outflows, o -> o.part().amount().fen()))
                .addValue(instants(outflows, o -> o.part().bookedAt()))
                .addValue(longs(outflows, o -> o.part().sequence()))
                .addValue(texts(outflows, payee(AccountRef::institutionCode)))
                .addValue(texts(outflows, payee(AccountRef::number)))
                .addValue(texts(outflows, payee(AccountRef::name)))
                .addValue(texts(outflows, payee(account -> account.kind().name())));
    }

    private static Function<Of<Outflow>, String> payee(Function<AccountRef, String> part) {
        return outflow -> part.apply(outflow.part().payee().orElse(NOBODY));
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
