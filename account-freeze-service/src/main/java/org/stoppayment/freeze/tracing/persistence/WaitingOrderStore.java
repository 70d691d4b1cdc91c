package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.persistence.OrderInsert;
import org.stoppayment.freeze.orders.persistence.OrderInsert.Gated;
import org.stoppayment.freeze.orders.persistence.StopOrderRow;
import org.stoppayment.freeze.rules.domain.RuleSet;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.application.WaitingOrders;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.BatchStatement;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;
import org.stoppayment.kit.postgres.ValueParameters;

/** Waiting orders in Postgres. */
@ApplicationScoped
public class WaitingOrderStore implements WaitingOrders {

    private static final SqlStatement OLDEST_FREE = SqlStatement.load(
            "sql/tracing/find_free_waiting_order.sql", "case_id uuid, institution_code text, account_number text");

    private static final BatchStatement<Freed> PLACE = OrderInsert.declare(
                    BatchStatement.<Freed>of("sql/tracing/place_waiting_order.sql"), Freed::orders)
            .values(
                    ValueParameters.<Freed>of()
                            .id("application_id", freed -> freed.order().applicationId()),
                    freed -> freed)
            .build();

    private record Freed(StopOrder order, OrderInsert.Batch orders) {}

    private final Pool pool;
    private final OrderDueTimes dueTimes;

    public WaitingOrderStore(Pool pool, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.dueTimes = dueTimes;
    }

    @Override
    public Uni<Optional<StopOrder>> oldestFree(CaseId caseId, AccountRef.Key account) {
        return OLDEST_FREE
                .execute(pool, caseId, account.institutionCode(), account.number())
                .map(rows -> Rows.first(rows, StopOrderRow::readWaiting));
    }

    @Override
    public Uni<Optional<PlacementResult>> place(StopOrder order, RuleSet rules) {
        return PLACE.execute(
                        pool,
                        new Freed(
                                order,
                                new OrderInsert.Batch(
                                        List.of(new Gated(order.applicationId().value(), order)), rules, dueTimes)))
                .map(rows -> Rows.first(rows, WaitingOrderStore::placed));
    }

    private static PlacementResult placed(Row row) {
        return new PlacementResult(Phase.valueOf(row.getString("state")), row.getBoolean("urgent"));
    }
}
