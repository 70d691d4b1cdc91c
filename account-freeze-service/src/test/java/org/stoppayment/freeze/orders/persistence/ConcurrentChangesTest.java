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
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.BookingsUpdate;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.testkit.FakeGateway;
import org.stoppayment.freeze.testkit.FreezeFixture;
import org.stoppayment.kernel.SystemTime;

/** Replicas change the same orders at the same time. */
@QuarkusTest
class ConcurrentChangesTest extends FreezeFixture {

    private static final int STOPS = 60;
    private static final int REPLICAS = 4;
    private static final int ROUNDS = 40;

    @Inject
    Pool pool;

    @Inject
    StopOrders orders;

    @Test
    void replicasThatChangeTheSameOrdersInOtherOrdersDoNotLockEachOtherOut() {
        Instant end = SystemTime.SOURCE.instant().truncatedTo(ChronoUnit.MICROS).plus(1, ChronoUnit.HOURS);
        stopsThatEnd(end);
        List<StopOrder> stored = database.rows("SELECT application_id FROM stop_order").stream()
                .map(row -> orders.named(row.get(0)).await().atMost(PATIENCE))
                .toList();

        for (int round = 0; round < ROUNDS; round++) {
            changeAtOnce(stored.stream().map(order -> unchanged(order, end)).toList());
            stored = stored.stream().map(StopOrder::stored).toList();
        }

        assertThat(database.number("SELECT count(*) FROM stop_order WHERE version = " + ROUNDS))
                .as("changed once in each round")
                .isEqualTo(STOPS);
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

    private void stopsThatEnd(Instant end) {
        database.execute("""
                INSERT INTO stop_order (
                    application_id, case_id, institution_code, account_number, account_name, account_kind, level,
                    tainted_fen, placed_at, instruction, state, live, counted, attempts, inquiries, unsent, result_code,
                    reference, flags, mismatched, candidates, manual_reason, stopped_at, expires_at, balance_fen, due_at,
                    timeline, version, rule_set)
                SELECT gen_random_uuid(), gen_random_uuid(), '%s', 'changed' || n, '', 'BANK_PERSONAL', 1, 100,
                       e - '48 h'::interval, '', 'IN_EFFECT', true, true, 1, 0, 0, '0000', '', '{}', '{}', '{}', '',
                       e - '48 h'::interval, e, 100, e, '[]', 0, 'cn-2016-86/3'
                FROM generate_series(1, %d) n, (SELECT '%s'::timestamptz AS e) term
                """.formatted(FakeGateway.ICBC, STOPS, end));
    }
}
