package org.stoppayment.freeze.tracing.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
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
import org.stoppayment.kernel.ResultCode;
import org.stoppayment.kit.postgres.ParameterValues;

/** Orders that wait, in Postgres. */
@ApplicationScoped
public class WaitingOrderStore implements WaitingOrders {

    // What it waits behind is the last order that went out: one refused here never did. When there is none, it was
    // moved
    // away at that moment. OFFSET 0: by its key, not all that are live.
    private static final String MAY_GO_OUT = """
                NOT EXISTS (SELECT FROM stop_order s
                            WHERE s.live AND s.institution_code = w.institution_code
                              AND s.account_number = w.account_number OFFSET 0)
                AND coalesce((SELECT s.state = 'DECLINED' OR s.state = 'LAPSED' AND s.expires_at <= w.placed_at
                              FROM stop_order s
                              WHERE s.institution_code = w.institution_code AND s.account_number = w.account_number
                                AND NOT (s.state = 'DECLINED' AND s.result_code = '%s')
                              ORDER BY s.placed_at DESC, s.application_id DESC LIMIT 1), true)
            """.formatted(ResultCode.STOP_COUNT_EXCEEDED.value());

    public static final String OLDEST_FREE = """
            SELECT * FROM waiting_order w
            WHERE case_id = $1 AND institution_code = $2 AND account_number = $3 AND
            """ + MAY_GO_OUT + "ORDER BY placed_at, application_id LIMIT 1";

    private static final ParameterValues<StopOrder> FREE =
            ParameterValues.<StopOrder>after(OrderInsert.PARAMETERS).uuid("application_id", StopOrder::applicationId);

    // An order that another one comes before is put back, by the same statement.
    public static final String PLACE = FREE.in("""
            WITH gate AS (
                DELETE FROM waiting_order w WHERE w.application_id = :application_id AND
            """ + MAY_GO_OUT + """
                RETURNING application_id AS gate_id),
            """ + OrderInsert.CTES + """
            SELECT state, urgent FROM placed
            """);

    private final Pool pool;
    private final OrderDueTimes dueTimes;

    WaitingOrderStore(Pool pool, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.dueTimes = dueTimes;
    }

    @Override
    public Uni<Optional<StopOrder>> oldestFree(UUID caseId, AccountRef.Key account) {
        return pool.preparedQuery(OLDEST_FREE)
                .execute(Tuple.of(caseId, account.institutionCode(), account.number()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StopOrderRow::readWaiting)
                        .findFirst());
    }

    @Override
    public Uni<Optional<PlacementResult>> place(StopOrder order, RuleSet rules) {
        return pool.preparedQuery(PLACE)
                .execute(FREE.addTo(
                        OrderInsert.parameters(List.of(new Gated(order.applicationId(), order)), rules, dueTimes),
                        order))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(WaitingOrderStore::placed)
                        .findFirst());
    }

    private static PlacementResult placed(Row row) {
        return new PlacementResult(Phase.valueOf(row.getString("state")), row.getBoolean("urgent"));
    }
}
