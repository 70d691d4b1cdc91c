package org.stoppayment.freeze.orders.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.testkit.StoredStopsFixture;
import org.stoppayment.kernel.SystemTime;

/** Replicas change the same orders, and warn of them, at the same time. */
@QuarkusTest
class ConcurrentChangesTest extends StoredStopsFixture {

    private static final int STOPS = 60;
    private static final int REPLICAS = 4;
    private static final int ROUNDS = 40;

    @Inject
    Pool pool;

    @Inject
    StopOrders orders;

    @Inject
    Alerts alerts;

    private final Instant end =
            SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.HOURS);

    @Test
    void replicasThatChangeTheSameOrdersInOtherOrdersDoNotLockEachOtherOut() {
        List<StopOrder> stored = stopped();

        for (int round = 0; round < ROUNDS; round++) {
            changeAtOnce(unchanged(stored));
            stored = stored.stream().map(StopOrder::stored).toList();
        }

        assertThat(database.number("SELECT count(*) FROM stop_order WHERE version = " + ROUNDS))
                .as("changed once in each round")
                .isEqualTo(STOPS);
    }

    @Test
    void replicasThatChangeAndWarnOfTheSameOrdersDoNotLockEachOtherOut() {
        List<StopOrder> stored = stopped();
        List<Alerts.Ending> warned = alerts.ending(end, STOPS).await().atMost(PATIENCE).stream()
                .map(stop -> stop.warnedUntil(Optional.of(end.minusSeconds(60))))
                .toList();

        for (int round = 0; round < ROUNDS; round++) {
            List<OrderChange> changes = unchanged(stored);
            Uni.join()
                    .all(change(changes), alerts.warned(warned), change(changes), alerts.warned(warned))
                    .andFailFast()
                    .await()
                    .atMost(PATIENCE);
            stored = stored.stream().map(StopOrder::stored).toList();
        }

        assertThat(database.number("SELECT count(*) FROM stop_order WHERE version = " + ROUNDS
                        + " AND warn_at = expires_at - '60 s'::interval"))
                .isEqualTo(STOPS);
    }

    private Uni<Void> change(List<OrderChange> changes) {
        return ChangeStatement.CHANGE.execute(pool, changes).replaceWithVoid();
    }

    private List<StopOrder> stopped() {
        stopsThatEnd(end, "changed", STOPS);
        return database.rows("SELECT application_id FROM stop_order").stream()
                .map(row -> orders.named(row.get(0)).await().atMost(PATIENCE))
                .toList();
    }

    private List<OrderChange> unchanged(List<StopOrder> stored) {
        return stored.stream().map(order -> unchanged(order, end)).toList();
    }

    /** Each replica writes the same changes, every other one in the opposite order. */
    private void changeAtOnce(List<OrderChange> changes) {
        List<OrderChange> reversed = new ArrayList<>(changes);
        Collections.reverse(reversed);
        Uni.join()
                .all(IntStream.range(0, REPLICAS)
                        .mapToObj(
                                replica -> ChangeStatement.CHANGE.execute(pool, replica % 2 == 0 ? changes : reversed))
                        .toList())
                .andFailFast()
                .await()
                .atMost(PATIENCE);
    }

    private static OrderChange unchanged(StopOrder order, Instant end) {
        return new OrderChange(
                order.phase(),
                false,
                order,
                SystemTime.SOURCE.instant(),
                Optional.empty(),
                Optional.of(end),
                Optional.empty(),
                Optional.empty(),
                BookingsUpdate.NONE,
                Optional.empty());
    }
}
