package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.PendingOutflows;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.orders.persistence.PlacementStatement.New;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kernel.TransferId;
import org.stoppayment.kernel.TypedId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.GroupCommit;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Stop orders in Postgres. */
@ApplicationScoped
public class StopOrderStore implements StopOrders {

    private static final SqlStatement FIND = SqlStatement.load("sql/orders/find_order.sql", "application_id uuid");
    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/orders/claim_due_orders.sql",
            "now timestamptz, lease_end timestamptz, max_orders int, full_institutions text[]");
    private static final SqlStatement COUNTED_STOPS = SqlStatement.load(
            "sql/orders/count_stops.sql", "institution_code text, account_number text, extension_counts boolean");
    private static final String LIVE_STOP_CONSTRAINT = "stop_order_live";
    private static final Set<String> ORDINAL_CONSTRAINTS = Set.of("outflow_pkey", "inflow_pkey");
    private static final Comparator<OrderChange> BY_ACCOUNT = Comparator.comparing(
                    (OrderChange change) -> change.after().account().institutionCode())
            .thenComparing(change -> change.after().account().number())
            .thenComparing(change -> change.after().applicationId());

    private final Pool pool;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final GroupCommit<New, PlacementOutcome> placements = new GroupCommit<>(64, 4, this::placeAll);
    private final GroupCommit<OrderChange, Written> changes = new GroupCommit<>(128, 4, this::changeAll);

    StopOrderStore(Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
    }

    @Override
    public Uni<PlacementOutcome> place(Placement placement, Optional<OutboxEvent> event) {
        return placements.submit(new New(placement, event));
    }

    private Uni<List<PlacementOutcome>> placeAll(List<New> rows) {
        List<New> unique = firstOfEach(rows, row -> row.placement().eventId());
        return PlacementStatement.execute(pool, unique, ruleSets.current(), dueTimes)
                .map(placed -> {
                    Map<ApplicationId, PlacementResult> all = new HashMap<>();
                    Set<EventId> outdated = new HashSet<>();
                    placed.forEach(row -> {
                        UUID id = row.getUUID("id");
                        if (row.getString("state").equals(PlacementStatement.OUTDATED)) {
                            outdated.add(new EventId(id));
                        } else {
                            all.put(
                                    new ApplicationId(id),
                                    new PlacementResult(
                                            Phase.valueOf(row.getString("state")), row.getBoolean("urgent")));
                        }
                    });
                    return rows.stream()
                            .map(New::placement)
                            .<PlacementOutcome>map(placement -> outdated.contains(placement.eventId())
                                    ? new PlacementOutcome.Outdated()
                                    : new PlacementOutcome.Placed(resultsOf(placement, all)))
                            .toList();
                });
    }

    private static Map<ApplicationId, PlacementResult> resultsOf(
            Placement placement, Map<ApplicationId, PlacementResult> all) {
        Map<ApplicationId, PlacementResult> own = new HashMap<>();
        for (StopOrder order : placement.orders()) {
            PlacementResult placed = all.get(order.applicationId());
            if (placed != null) {
                own.put(order.applicationId(), placed);
            }
        }
        return own;
    }

    @Override
    public Uni<Written> change(OrderChange change) {
        return refuseSecondStop(changes.submit(change)
                .onFailure(failure -> isViolated(failure, ORDINAL_CONSTRAINTS))
                .recoverWithItem(() -> new Written(false, false, List.of())));
    }

    private Uni<List<Written>> changeAll(List<OrderChange> rows) {
        List<OrderChange> unique = firstOfEach(rows, row -> row.after().applicationId()).stream()
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

    @Override
    public Uni<Update> route(OrderChange change, AccountRef from, StopRules rules, Rebooking rebooking) {
        AccountRef.Key to = change.after().account().key();
        boolean moves = !from.key().equals(to);
        return refuseSecondStop(pool.withTransaction(connection -> {
            if (!moves) {
                return changeOne(connection, change);
            }
            AccountMove move = new AccountMove(connection, from, change);
            return move.lock()
                    .chain(() -> countedStops(connection, to, rules))
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
        return change.onFailure(StopOrderStore::isSecondLiveStop)
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

    @Override
    public Uni<List<PendingOutflows.Stored>> storedOutflows(StopOrder order) {
        AccountRef account = order.account();
        return StoredOutflows.FIND
                .execute(pool, account.institutionCode(), account.number(), order.applicationId())
                .map(rows -> Rows.list(rows, StoredOutflows::read));
    }

    @Override
    public Uni<Optional<StopOrder>> find(ApplicationId applicationId) {
        return FIND.execute(pool, applicationId).map(rows -> Rows.first(rows, StopOrderRow::read));
    }

    @Override
    public Uni<Long> countedStops(AccountRef.Key account, StopRules rules) {
        return countedStops(pool, account, rules);
    }

    private static Uni<Long> countedStops(SqlClient client, AccountRef.Key account, StopRules rules) {
        return COUNTED_STOPS
                .execute(client, account.institutionCode(), account.number(), rules.extensionCounts())
                .map(rows -> rows.iterator().next().getLong("stops"));
    }

    @Override
    public Uni<List<StopOrder>> claimDue(Instant now, Duration lease, int max, Set<String> full) {
        return CLAIM_DUE
                .execute(pool, now, now.plus(lease), max, full)
                .map(rows -> Rows.list(rows, StopOrderRow::read));
    }

    @Override
    public Uni<List<Placement.StoredTransfer>> storedTransfers(CaseId caseId, List<TransferId> transferIds) {
        return ReportedTransferReader.FIND
                .execute(pool, caseId, transferIds)
                .map(rows -> Rows.list(rows, ReportedTransferReader::read));
    }

    /** Keeps the first row of each id in a group; the result of a later one says that another came first. */
    private static <T> List<T> firstOfEach(List<T> rows, Function<T, ? extends TypedId<?>> id) {
        Set<TypedId<?>> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(id.apply(row))).toList();
    }
}
