package org.stoppayment.freeze.orders.persistence;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Placement;
import org.stoppayment.freeze.orders.domain.ScreeningDelay;
import org.stoppayment.freeze.orders.persistence.OrderInsert.Gated;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.ParameterRows;

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
public final class PlacementStatement {

    private static final ParameterRows<Placement> PLACEMENTS = ParameterRows.<Placement>after(OrderInsert.PARAMETERS)
            .uuid("event_id", Placement::eventId)
            .uuid("case_id", Placement::caseId)
            .instant("received_at", Placement::at)
            .text("reason", p -> p.origin().reason())
            .text("organisation", p -> p.origin().organisation())
            .text("badge_number", p -> p.origin().badgeNumber());
    private static final ParameterRows<Of<Placement.Claim>> CLAIMS = ParameterRows.<Of<Placement.Claim>>after(
                    PLACEMENTS)
            .uuid("gate_id", c -> c.placement().eventId())
            .uuid("case_id", c -> c.placement().caseId())
            .text("institution_code", c -> c.part().account().institutionCode())
            .text("account_number", c -> c.part().account().number())
            .text("account_name", c -> c.part().account().name())
            .text("account_kind", c -> c.part().account().kind().name())
            .integer("level", c -> c.part().level())
            .bigint("reported_fen", c -> c.part().reportedFen())
            .instant("claimed_at", c -> c.placement().at())
            .optionalUuid("application_id", c -> c.part().applicationId());
    private static final ParameterRows<Of<ReportedTransfer>> TRANSFERS = ParameterRows.<Of<ReportedTransfer>>after(
                    CLAIMS)
            .uuid("gate_id", t -> t.placement().eventId())
            .uuid("transfer_id", t -> t.part().transferId())
            .uuid("case_id", t -> t.placement().caseId())
            .text("institution_code", t -> t.part().payee().institutionCode())
            .text("account_number", t -> t.part().payee().number())
            .text("account_name", t -> t.part().payee().name())
            .text("account_kind", t -> t.part().payee().kind().name())
            .optionalBigint("amount_fen", t -> t.part().counted().map(Money::fen))
            .optionalInstant("transferred_at", t -> t.part().transferredAt())
            .text("serial", t -> t.part().serial())
            .optionalUuid("corrects", t -> t.part().corrects())
            .text("payer_institution_code", t -> t.part().payer().institutionCode())
            .text("payer_number", t -> t.part().payer().number())
            .instant("weigh_at", t -> t.placement().at().plus(ScreeningDelay.VALUE));
    private static final ParameterRows<Of<OutboxEvent>> EVENTS = OutboxInsert.columns(
            ParameterRows.<Of<OutboxEvent>>after(TRANSFERS)
                    .uuid("gate_id", e -> e.placement().eventId()),
            Of::part);
    private static final ParameterRows<Of<Placement.Remembered>> CORRECTED =
            ParameterRows.<Of<Placement.Remembered>>after(EVENTS)
                    .uuid("gate_id", c -> c.placement().eventId())
                    .uuid("transfer_id", c -> c.part().transferId())
                    .integer("version", c -> c.part().version());

    public static final String SQL = """
            WITH as_read AS MATERIALIZED (
                SELECT k.gate_id, k.is_first AND t.version = k.version AS same
                FROM (SELECT *, gate_id = first_value(gate_id) OVER (PARTITION BY transfer_id ORDER BY gate_id) AS is_first
                      FROM
            """ + CORRECTED.as("known") + """
                      ORDER BY transfer_id) k
                CROSS JOIN LATERAL (
                    SELECT version FROM reported_transfer WHERE reported_transfer.transfer_id = k.transfer_id
                    FOR UPDATE) t),
            gate AS (
                INSERT INTO inbox (event_id, case_id, received_at, reason, organisation, badge_number)
                SELECT event_id, case_id, received_at, reason, organisation, badge_number FROM
            """ + PLACEMENTS.as("f") + """
                WHERE event_id NOT IN (SELECT gate_id FROM as_read WHERE NOT same)
                ORDER BY event_id
                ON CONFLICT (event_id) DO NOTHING
                RETURNING event_id AS gate_id),
            """ + OrderInsert.CTES
            + """
            , claiming AS (
                SELECT c.*, placed.application_id IS NOT NULL -- else there is something to follow at once
                            AND NOT EXISTS (SELECT FROM outflow o -- OFFSET 0: never all of them, to answer for a few
                                            WHERE o.institution_code = c.institution_code
                                              AND o.account_number = c.account_number OFFSET 0) AS is_fresh
                FROM gate JOIN
            """
            + CLAIMS.as("c") + """
                     USING (gate_id)
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
                FROM gate JOIN
            """ + TRANSFERS.as("t") + """
                     USING (gate_id)),
            reweighed AS ( -- the inflow that a transfer took for its own may be somebody else's
                UPDATE reported_transfer SET weigh_at = t.weigh_at, version = version + 1
                FROM gate JOIN
            """ + TRANSFERS.as("t", "gate_id", "corrects", "weigh_at")
            + """
                     USING (gate_id)
                WHERE reported_transfer.transfer_id = t.corrects),
            announced AS (
                INSERT INTO outbox (event_id, case_id, type, occurred_at, data, due_at)
                SELECT e.event_id, e.case_id, e.type, e.occurred_at, e.data, e.due_at
                FROM gate JOIN
            """ + EVENTS.as("e") + """
                     USING (gate_id))
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

    static Tuple parameters(List<New> rows, RuleSet rules, OrderDueTimes dueTimes) {
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
        Tuple tuple = OrderInsert.parameters(orders, rules, dueTimes);
        PLACEMENTS.addTo(tuple, placements);
        CLAIMS.addTo(tuple, claims);
        TRANSFERS.addTo(tuple, transfers);
        EVENTS.addTo(tuple, events);
        return CORRECTED.addTo(tuple, corrected);
    }
}
