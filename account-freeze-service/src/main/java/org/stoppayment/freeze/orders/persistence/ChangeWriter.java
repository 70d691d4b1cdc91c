package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.application.StopOrders.Rebooking;
import org.stoppayment.freeze.orders.application.StopOrders.Written;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.postgres.GroupCommit;

/** Writes changes of orders: those that come at the same time in one statement, and one that moves an account in a transaction. */
final class ChangeWriter {

    private static final String LIVE_STOP_CONSTRAINT = "stop_order_live";
    private static final Set<String> ORDINAL_CONSTRAINTS = Set.of("outflow_pkey", "inflow_pkey");
    private static final Comparator<OrderChange> BY_ACCOUNT = Comparator.comparing(
                    (OrderChange change) -> change.after().account().institutionCode())
            .thenComparing(change -> change.after().account().number())
            .thenComparing(change -> change.after().applicationId());

    private final Pool pool;
    private final GroupCommit<OrderChange, Written> group = new GroupCommit<>(128, 4, this::changeAll);

    ChangeWriter(Pool pool) {
        this.pool = pool;
    }

    /** As {@link StopOrders#change}; nothing is written when another statement has taken the ordinal of a booking. */
    Uni<Written> change(OrderChange change) {
        return refuseSecondStop(group.submit(change)
                .onFailure(failure -> isViolated(failure, ORDINAL_CONSTRAINTS))
                .recoverWithItem(() -> new Written(false, false, List.of())));
    }

    private Uni<List<Written>> changeAll(List<OrderChange> rows) {
        List<OrderChange> unique = OncePerGroup.first(rows, row -> row.after().applicationId()).stream()
                .sorted(BY_ACCOUNT)
                .toList();
        return ChangeStatement.CHANGE.execute(pool, unique).map(changed -> {
            Set<UUID> ids = new HashSet<>();
            Map<UUID, List<CaseId>> dueCases = new HashMap<>();
            changed.forEach(row -> {
                if (row.getUUID("due_case_id") == null) {
                    ids.add(row.getUUID("written"));
                } else {
                    dueCases.computeIfAbsent(row.getUUID("written"), id -> new ArrayList<>())
                            .add(new CaseId(row.getUUID("due_case_id")));
                }
            });
            return rows.stream().map(row -> written(row, ids, dueCases)).toList();
        });
    }

    private static Written written(OrderChange change, Set<UUID> ids, Map<UUID, List<CaseId>> dueCases) {
        UUID id = change.after().applicationId().value();
        boolean changed = ids.remove(id);
        return new Written(
                changed,
                change.event()
                        .map(event -> ids.contains(event.eventId().value()))
                        .orElse(false),
                changed && change.hasBookings() ? dueCases.getOrDefault(id, List.of()) : List.of());
    }

    /** As {@link StopOrders#route}. */
    Uni<Update> route(OrderChange change, AccountRef from, StopRules rules, Rebooking rebooking) {
        AccountRef.Key to = change.after().account().key();
        boolean moves = !from.key().equals(to);
        return refuseSecondStop(pool.withTransaction(connection -> {
            if (!moves) {
                return changeOne(connection, change);
            }
            AccountMove move = new AccountMove(connection, from, change);
            return move.lock()
                    .chain(() -> CountedStops.of(connection, to, rules))
                    .invoke(stops -> requireStopLeft(stops, rules))
                    .chain(() -> changeOne(connection, change))
                    .call(update -> update == Update.WRITTEN
                            ? move.move(rebooking)
                            : Uni.createFrom().voidItem());
        }));
    }

    private static void requireStopLeft(long stops, StopRules rules) {
        if (stops >= rules.stopsPerAccount()) {
            throw new ServiceException.Refusal(
                    "STOP_COUNT_EXCEEDED",
                    "that account had its " + rules.stopsPerAccount() + " stops (expected: fewer); record 1304");
        }
    }

    private static Uni<Update> changeOne(SqlConnection connection, OrderChange change) {
        return ChangeStatement.CHANGE
                .execute(connection, List.of(change))
                .map(changed -> changed.size() > 0 ? Update.WRITTEN : Update.OUTDATED);
    }

    private static <T> Uni<T> refuseSecondStop(Uni<T> change) {
        return change.onFailure(ChangeWriter::isSecondLiveStop)
                .transform(taken -> new ServiceException.Refusal(
                        "ACCOUNT_ALREADY_STOPPED",
                        "that account has a live stop of ours already (expected: an account without one)"));
    }

    private static boolean isSecondLiveStop(Throwable failure) {
        return isViolated(failure, Set.of(LIVE_STOP_CONSTRAINT));
    }

    private static boolean isViolated(Throwable failure, Set<String> constraints) {
        return failure instanceof PgException refused
                && refused.getConstraint() != null
                && constraints.contains(refused.getConstraint());
    }
}
