package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.orders.persistence.OrderInsert.Gated;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.ScreeningDelay;
import org.stoppayment.freeze.shared.persistence.OutboxInsert;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.RowParameters;

/** The statement that places orders, and its parameters. */
public final class PlacementStatement {

    private static final RowParameters<Placement> PLACEMENTS = RowParameters.<Placement>of()
            .id("event_id", Placement::eventId)
            .id("case_id", Placement::caseId)
            .instant("received_at", Placement::at)
            .text("reason", p -> p.origin().reason())
            .text("organisation", p -> p.origin().organisation())
            .text("badge_number", p -> p.origin().badgeNumber())
            .text("victim_name", Placement::victimName);
    private static final RowParameters<Of<Placement.Claim>> CLAIMS = RowParameters.<Of<Placement.Claim>>of()
            .id("gate_id", c -> c.placement().eventId())
            .id("case_id", c -> c.placement().caseId())
            .text("institution_code", c -> c.part().account().institutionCode())
            .text("account_number", c -> c.part().account().number())
            .text("account_name", c -> c.part().account().name())
            .text("account_kind", c -> c.part().account().kind().name())
            .integer("level", c -> c.part().level())
            .bigint("reported_fen", c -> c.part().reportedFen())
            .instant("claimed_at", c -> c.placement().at())
            .optionalId("application_id", c -> c.part().applicationId());
    private static final RowParameters<Of<ReportedTransfer>> TRANSFERS = RowParameters.<Of<ReportedTransfer>>of()
            .id("gate_id", t -> t.placement().eventId())
            .id("transfer_id", t -> t.part().transferId())
            .id("case_id", t -> t.placement().caseId())
            .text("institution_code", t -> t.part().payee().institutionCode())
            .text("account_number", t -> t.part().payee().number())
            .text("account_name", t -> t.part().payee().name())
            .text("account_kind", t -> t.part().payee().kind().name())
            .optionalBigint("amount_fen", t -> t.part().counted().map(Money::fen))
            .optionalInstant("transferred_at", t -> t.part().transferredAt())
            .text("serial", t -> t.part().serial())
            .optionalId("corrects", t -> t.part().corrects())
            .optionalId("corrects_payer_of", t -> t.part().correctsPayerOf())
            .text("payer_institution_code", t -> t.part().payer().institutionCode())
            .text("payer_number", t -> t.part().payer().number())
            .text("payer_name", t -> t.part().payer().name())
            .instant("reported_at", t -> t.placement().at())
            .instant("screening_due_at", t -> t.placement().at().plus(ScreeningDelay.VALUE));
    private static final RowParameters<Of<Placement.ChangedPayer>> PAYERS =
            RowParameters.<Of<Placement.ChangedPayer>>of()
                    .id("gate_id", p -> p.placement().eventId())
                    .id("case_id", p -> p.placement().caseId())
                    .text("institution_code", p -> p.part().account().institutionCode())
                    .text("account_number", p -> p.part().account().number())
                    .bool("is_victims", p -> p.part().isVictims())
                    .instant("named_at", p -> p.placement().at());
    private static final RowParameters<Of<OutboxEvent>> EVENTS = OutboxInsert.columns(
            RowParameters.<Of<OutboxEvent>>of().id("gate_id", e -> e.placement().eventId()), Of::part);
    private static final RowParameters<Of<Placement.StoredTransfer>> CORRECTED =
            RowParameters.<Of<Placement.StoredTransfer>>of()
                    .id("gate_id", c -> c.placement().eventId())
                    .id("transfer_id", c -> c.part().transferId())
                    .integer("version", c -> c.part().version());

    private static final BatchStatement<Group> PLACE = OrderInsert.declare(
                    BatchStatement.<Group>of("sql/orders/place_orders.sql"), Group::orders)
            .rows("placements", PLACEMENTS, Group::placements)
            .rows("claims", CLAIMS, group -> group.each(placement -> placement.claims().stream()))
            .rows("transfers", TRANSFERS, group -> group.each(placement -> placement.transfers().stream()))
            .rows("payers", PAYERS, group -> group.each(placement -> placement.changedPayers().stream()))
            .rows("events", EVENTS, Group::events)
            .rows("corrected", CORRECTED, group -> group.each(placement -> placement.corrected().stream()))
            .build();

    /** In place of an order's state: the row names an event of which nothing was written. */
    static final String OUTDATED = "OUTDATED";

    private PlacementStatement() {}

    /** A placement and its event. */
    record New(Placement placement, Optional<OutboxEvent> event) {}

    private record Of<T>(Placement placement, T part) {}

    private record Group(List<New> rows, OrderInsert.Batch orders) {
        List<Placement> placements() {
            return rows.stream().map(New::placement).toList();
        }

        List<Of<OutboxEvent>> events() {
            return rows.stream()
                    .flatMap(row -> row.event().stream().map(event -> new Of<>(row.placement(), event)))
                    .toList();
        }

        <T> List<Of<T>> each(Function<Placement, Stream<T>> parts) {
            return rows.stream()
                    .map(New::placement)
                    .flatMap(placement -> parts.apply(placement).map(part -> new Of<>(placement, part)))
                    .toList();
        }
    }

    /** Executes the statement; all orders are made under {@code rules}. */
    static Uni<RowSet<Row>> execute(SqlClient client, List<New> rows, RuleSet rules, OrderDueTimes dueTimes) {
        List<Gated> orders = rows.stream()
                .map(New::placement)
                .flatMap(placement -> placement.orders().stream()
                        .map(order -> new Gated(placement.eventId().value(), order)))
                .toList();
        return PLACE.execute(client, new Group(rows, new OrderInsert.Batch(orders, rules, dueTimes)));
    }
}
