package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stoppayment.freeze.books.domain.StopClaim;
import org.stoppayment.freeze.books.persistence.StoredClaimEnd;
import org.stoppayment.freeze.orders.application.OrderViews;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.views.CaseProgress;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.shared.persistence.StoredDecision;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Reads orders as cases see them. */
@ApplicationScoped
public class OrderViewReader implements OrderViews {

    private static final SqlStatement OF_CASE = SqlStatement.load("sql/orders/read_case_progress.sql", "case_id uuid");
    private static final SqlStatement ONE = SqlStatement.load("sql/orders/find_order_view.sql", "application_id uuid");
    private static final SqlStatement CLAIMS =
            SqlStatement.load("sql/orders/find_order_claims.sql", "application_id uuid");
    private static final SqlStatement MANUAL =
            SqlStatement.load("sql/orders/list_manual_orders.sql", "after_application_id uuid, max_orders int");

    /** Comes before every id: the first page starts after it. */
    private static final UUID MIN_ID = new UUID(0, 0);

    private final Pool pool;
    private final CorrectionProposals proposals;

    OrderViewReader(Pool pool, CorrectionProposals proposals) {
        this.pool = pool;
        this.proposals = proposals;
    }

    @Override
    public Uni<CaseProgress> progress(CaseId caseId) {
        return OF_CASE.execute(pool, caseId)
                .map(OrderViewReader::progress)
                .chain(progress -> proposals.addTo(progress.orders()).map(progress::with));
    }

    private static CaseProgress progress(RowSet<Row> rows) {
        Row summary = rows.iterator().next();
        return new CaseProgress(
                summary.getLong("intake_events").intValue(),
                views(rows),
                new CaseProgress.Sums(
                        Money.ofFen(summary.getLong("reported_sum")),
                        Money.ofFen(summary.getLong("cash_sum")),
                        Money.ofFen(summary.getLong("merchant_sum")),
                        Money.ofFen(summary.getLong("restored_sum")),
                        Money.ofFen(summary.getLong("frozen_sum")),
                        Money.ofFen(summary.getLong("returned_sum")),
                        unknown(summary)),
                summary.getBoolean("claims_behind"),
                summary.getBoolean("events_out"),
                duplicates(summary.getJsonArray("duplicates")));
    }

    private static List<PossibleDuplicate> duplicates(@Nullable JsonArray found) {
        return found == null
                ? List.of()
                : found.stream()
                        .map(JsonObject.class::cast)
                        .map(PossibleDuplicates::read)
                        .toList();
    }

    private static Optional<Money> unknown(Row summary) {
        return summary.getBoolean("conserved")
                ? Optional.of(Money.ofFen(summary.getLong("unknown_sum")))
                : Optional.empty();
    }

    @Override
    public Uni<Optional<OrderView>> order(ApplicationId applicationId) {
        return ONE.execute(pool, applicationId)
                .chain(rows -> proposals.addTo(views(rows)))
                .map(views -> views.stream().findFirst());
    }

    @Override
    public Uni<List<OrderView>> manual(Optional<ApplicationId> after, int max) {
        return MANUAL.execute(pool, after.map(ApplicationId::value).orElse(MIN_ID), max)
                .map(OrderViewReader::views);
    }

    @Override
    public Uni<List<StopClaim>> claims(ApplicationId applicationId) {
        return CLAIMS.execute(pool, applicationId).map(rows -> Rows.list(rows, OrderViewReader::claim));
    }

    private static StopClaim claim(Row row) {
        return new StopClaim(
                new CaseId(row.getUUID("case_id")),
                row.getInteger("level"),
                Money.ofFen(row.getLong("tainted_fen")),
                Money.ofFen(row.getLong("held_fen")),
                Money.ofFen(row.getLong("frozen_fen")),
                Money.ofFen(row.getLong("returned_fen")),
                row.getOffsetDateTime("claimed_at").toInstant(),
                row.getBoolean("active"),
                StoredClaimEnd.read(row));
    }

    private static List<OrderView> views(RowSet<Row> rows) {
        return Rows.stream(rows)
                .filter(row -> row.getUUID("application_id") != null)
                .map(OrderViewReader::view)
                .toList();
    }

    private static OrderView view(Row row) {
        StopOrder order = StopOrderRow.read(row);
        return new OrderView(
                order,
                row.getInteger("claim_level"),
                row.getBoolean("joined"),
                Money.ofFen(row.getLong("claim_tainted_fen")),
                order.phase().isHolding() ? Money.ofFen(row.getLong("held_fen")) : Money.ZERO,
                Money.ofFen(row.getLong("frozen_fen")),
                steps(row.getJsonArray("timeline")),
                amendments(row.getJsonArray("amendments")),
                StoredClaimEnd.read(row),
                List.of());
    }

    private static List<OrderView.Amendment> amendments(@Nullable JsonArray stored) {
        return stored == null
                ? List.of()
                : stored.stream()
                        .map(JsonObject.class::cast)
                        .map(OrderViewReader::amendment)
                        .toList();
    }

    private static OrderView.Amendment amendment(JsonObject stored) {
        return new OrderView.Amendment(
                new ApplicationId(UUID.fromString(stored.getString("id"))),
                stored.getString("kind"),
                stored.getString("state"),
                OffsetDateTime.parse(stored.getString("at")).toInstant(),
                StoredDecision.decision(stored),
                stored.getString("resultCode"));
    }

    private static List<OrderView.Step> steps(JsonArray timeline) {
        return timeline.stream()
                .map(JsonObject.class::cast)
                .map(step -> new OrderView.Step(
                        Phase.valueOf(step.getString("state")),
                        Instant.parse(step.getString("at")),
                        step.getString("cause"),
                        Optional.ofNullable(step.getJsonObject("decision")).map(StoredDecision::decision)))
                .toList();
    }
}
