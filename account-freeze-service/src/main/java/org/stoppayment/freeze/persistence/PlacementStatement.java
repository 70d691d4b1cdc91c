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
import org.stoppayment.freeze.application.StoppedAccounts;
import org.stoppayment.freeze.domain.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.Placement;
import org.stoppayment.freeze.domain.RuleSet;
import org.stoppayment.freeze.persistence.OrderInsert.Gated;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * The statement that places orders: inbox, orders, claims, transfers and outbox at once, for any number of reports.
 *
 * <p>Whether an event is new is decided in it, and by {@link OrderInsert} which orders are placed. Where an order waits, or
 * money is known to have left the account, the claim is due to be followed. Nothing is written of a report that puts a transfer
 * right which is not as it was read: it may have been put right by another, or its money may lie on another account by now.
 *
 * <p>Rows are written in one order everywhere, so that reports which name the same accounts wait for each other and do not
 * lock each other out.
 */
final class PlacementStatement {

    static final String SQL = """
            WITH as_read AS MATERIALIZED (
                SELECT k.gate_id, k.is_first AND t.version = k.version AS same
                FROM (SELECT *, gate_id = first_value(gate_id) OVER (PARTITION BY transfer_id ORDER BY gate_id) AS is_first
                      FROM unnest($63::uuid[], $64::uuid[], $65::int[]) AS known (gate_id, transfer_id, version)
                      ORDER BY transfer_id) k
                CROSS JOIN LATERAL (
                    SELECT version FROM reported_transfer WHERE reported_transfer.transfer_id = k.transfer_id
                    FOR UPDATE) t),
            gate AS (
                INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number)
                SELECT * FROM unnest($26::uuid[], $27::uuid[], $28::timestamptz[], $29::text[], $30::text[], $31::text[])
                AS f (event_id, case_id, received_at, reason, organisation, badge_number)
                WHERE event_id NOT IN (SELECT gate_id FROM as_read WHERE NOT same)
                ORDER BY event_id
                ON CONFLICT (event_id) DO NOTHING
                RETURNING event_id AS gate_id),
            """ + OrderInsert.CTES + """
            , claiming AS (
                SELECT c.*, placed.application_id IS NOT NULL -- else there is something to follow at once
                            AND NOT EXISTS (SELECT FROM outflow o -- OFFSET 0: never all of them, to answer for a few
                                            WHERE o.institution_code = c.institution_code
                                              AND o.account_number = c.account_number OFFSET 0) AS is_fresh
                FROM gate JOIN unnest($32::uuid[], $33::uuid[], $34::text[], $35::text[], $36::text[], $37::text[],
                                      $38::int[], $39::bigint[], $40::timestamptz[], $41::uuid[])
                     AS c (gate_id, case_id, institution_code, account_number, account_name, account_kind, level,
                           reported_fen, claimed_at, application_id) USING (gate_id)
                LEFT JOIN placed USING (application_id)),
            claimed AS (
                INSERT INTO claim (case_id, institution_code, account_number, account_name, account_kind, level,
                                   reported_fen, claimed_at, knowledge, traced_knowledge, due_at)
                SELECT case_id, institution_code, account_number, account_name, account_kind, level,
                       greatest(reported_fen, 0), claimed_at, 1, is_fresh::int, CASE WHEN NOT is_fresh THEN claimed_at END
                FROM claiming
                ORDER BY case_id, institution_code, account_number
                ON CONFLICT (case_id, institution_code, account_number) DO UPDATE
                SET reported_fen = claim.reported_fen + ( -- not excluded's: the row's checks come before the conflict
                        SELECT c.reported_fen FROM claiming c
                        WHERE c.case_id = claim.case_id AND c.institution_code = claim.institution_code
                          AND c.account_number = claim.account_number),
                    level = least(claim.level, excluded.level), knowledge = claim.knowledge + 1,
                    due_at = excluded.claimed_at),
            remembered AS (
                INSERT INTO reported_transfer (transfer_id, case_id, institution_code, account_number, account_name,
                                               account_kind, amount_fen, transferred_at, serial, corrects,
                                               payer_institution_code, payer_number, weigh_at)
                SELECT t.transfer_id, t.case_id, t.institution_code, t.account_number, t.account_name, t.account_kind,
                       t.amount_fen, t.transferred_at, t.serial, t.corrects, t.payer_institution_code, t.payer_number,
                       (SELECT t.weigh_at FROM inflow i WHERE i.institution_code = t.institution_code
                        AND i.account_number = t.account_number LIMIT 1)
                FROM gate JOIN unnest($42::uuid[], $43::uuid[], $44::uuid[], $45::text[], $46::text[], $47::text[],
                                      $48::text[], $49::bigint[], $50::timestamptz[], $51::text[], $52::uuid[],
                                      $60::text[], $61::text[], $62::timestamptz[])
                     AS t (gate_id, transfer_id, case_id, institution_code, account_number, account_name,
                           account_kind, amount_fen, transferred_at, serial, corrects, payer_institution_code,
                           payer_number, weigh_at) USING (gate_id)),
            reweighed AS ( -- the inflow that a transfer took for its own may be somebody else's
                UPDATE reported_transfer SET weigh_at = t.weigh_at, version = version + 1
                FROM gate JOIN unnest($42::uuid[], $52::uuid[], $62::timestamptz[]) AS t (gate_id, corrects, weigh_at)
                     USING (gate_id)
                WHERE reported_transfer.transfer_id = t.corrects),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.outbox_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM gate JOIN unnest($53::uuid[], $54::uuid[], $55::uuid[], $56::text[], $57::timestamptz[],
                                      $58::bytea[], $59::timestamptz[])
                     AS e (gate_id, outbox_id, case_id, type, occurred_at, data, due_at) USING (gate_id))
            SELECT application_id AS id, state, urgent FROM placed
            UNION ALL SELECT application_id, 'QUEUED', urgent FROM waiting
            UNION ALL SELECT gate_id, 'OVERTAKEN', false FROM as_read WHERE NOT same
            """;

    /** Instead of an order's state: the row names an event of which nothing was written. */
    static final String OVERTAKEN = "OVERTAKEN";

    private PlacementStatement() {}

    /** A placement and its event. */
    record New(Placement placement, Optional<OutboxEvent> event) {}

    private record Of<T>(Placement placement, T part) {}

    static Tuple parameters(List<New> rows, RuleSet rules, DueTimes dueTimes) {
        List<Placement> placements = rows.stream().map(New::placement).toList();
        List<Gated> orders = new ArrayList<>();
        List<Of<Placement.Claim>> claims = new ArrayList<>();
        List<Of<ReportedTransfer>> transfers = new ArrayList<>();
        List<Of<OutboxEvent>> events = new ArrayList<>();
        List<Of<Placement.Remembered>> corrected = new ArrayList<>();
        for (New row : rows) {
            Placement placement = row.placement();
            placement.orders().forEach(order -> orders.add(new Gated(placement.eventId(), order)));
            placement.claims().forEach(claim -> claims.add(new Of<>(placement, claim)));
            placement.transfers().forEach(transfer -> transfers.add(new Of<>(placement, transfer)));
            row.event().ifPresent(event -> events.add(new Of<>(placement, event)));
            placement.corrected().forEach(transfer -> corrected.add(new Of<>(placement, transfer)));
        }
        Tuple tuple = OrderInsert.parameters(orders, rules, dueTimes)
                .addValue(uuids(placements, Placement::eventId))
                .addValue(uuids(placements, Placement::caseId))
                .addValue(instants(placements, Placement::at))
                .addValue(texts(placements, p -> p.origin().reason()))
                .addValue(texts(placements, p -> p.origin().organisation()))
                .addValue(texts(placements, p -> p.origin().badgeNumber()));
        addClaims(tuple, claims);
        addTransfers(tuple, transfers);
        addEvents(tuple, events);
        return addPayers(tuple, transfers)
                .addValue(uuids(corrected, c -> c.placement().eventId()))
                .addValue(uuids(corrected, c -> c.part().transferId()))
                .addValue(ints(corrected, c -> c.part().version()));
    }

    private static void addClaims(Tuple tuple, List<Of<Placement.Claim>> claims) {
        tuple.addValue(uuids(claims, c -> c.placement().eventId()))
                .addValue(uuids(claims, c -> c.placement().caseId()))
                .addValue(texts(claims, c -> c.part().account().institutionCode()))
                .addValue(texts(claims, c -> c.part().account().number()))
                .addValue(texts(claims, c -> c.part().account().name()))
                .addValue(texts(claims, c -> c.part().account().kind().name()))
                .addValue(ints(claims, c -> c.part().level()))
                .addValue(longs(claims, c -> c.part().reportedFen()))
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
                .addValue(optionalLongs(transfers, t -> t.part().counted().map(Money::fen)))
                .addValue(optionalInstants(transfers, t -> t.part().transferredAt()))
                .addValue(texts(transfers, t -> t.part().serial()))
                .addValue(optionalUuids(transfers, t -> t.part().corrects()));
    }

    private static Tuple addPayers(Tuple tuple, List<Of<ReportedTransfer>> transfers) {
        return tuple.addValue(texts(transfers, t -> t.part().payer().institutionCode()))
                .addValue(texts(transfers, t -> t.part().payer().number()))
                .addValue(instants(transfers, t -> t.placement().at().plus(StoppedAccounts.WEIGH_AFTER)));
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
