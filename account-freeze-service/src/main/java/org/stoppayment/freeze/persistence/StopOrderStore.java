package org.stoppayment.freeze.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.stoppayment.freeze.application.OrderChange;
import org.stoppayment.freeze.application.Placed;
import org.stoppayment.freeze.application.RuleSets;
import org.stoppayment.freeze.application.StopOrders;
import org.stoppayment.freeze.domain.AccountRef;
import org.stoppayment.freeze.domain.DueTimes;
import org.stoppayment.freeze.domain.Phase;
import org.stoppayment.freeze.domain.Placement;
import org.stoppayment.freeze.domain.StopOrder;
import org.stoppayment.freeze.persistence.PlacementStatement.New;
import org.stoppayment.kernel.AccountKind;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Columns;
import org.stoppayment.kit.postgres.GroupCommit;

/** Stop orders in Postgres. */
@ApplicationScoped
class StopOrderStore implements StopOrders {

    static final String FIND = "SELECT " + StopOrderRow.COLUMNS + " FROM stop_order WHERE application_id = $1";
    static final String CLAIM_DUE = """
            WITH urgent AS MATERIALIZED (
                SELECT application_id FROM stop_order WHERE due_at <= $1 AND urgent
                ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED),
            others AS MATERIALIZED (
                SELECT application_id FROM stop_order WHERE due_at <= $1 AND NOT urgent
                ORDER BY due_at LIMIT (SELECT $3 - count(*) FROM urgent) FOR UPDATE SKIP LOCKED)
            UPDATE stop_order SET due_at = $2
            WHERE application_id IN (SELECT application_id FROM urgent UNION ALL SELECT application_id FROM others)
            RETURNING
            """ + StopOrderRow.COLUMNS;
    static final String COUNTED_STOPS = """
            SELECT count(*) FILTER (WHERE counted) + count(*) FILTER (WHERE extended) AS stops
            FROM stop_order WHERE institution_code = $1 AND account_number = $2
            """;
    static final String REMEMBERED = """
            WITH RECURSIVE chain AS (
                SELECT transfer_id AS asked_id, transfer_id, 0 AS length FROM reported_transfer
                WHERE case_id = $1 AND transfer_id = ANY($2)
                UNION ALL
                SELECT chain.asked_id, newer.transfer_id, chain.length + 1
                FROM chain JOIN LATERAL (
                    SELECT n.transfer_id FROM reported_transfer n
                    WHERE n.corrects = chain.transfer_id ORDER BY n.transfer_id DESC LIMIT 1) newer ON true),
            newest AS (SELECT DISTINCT ON (asked_id) asked_id, transfer_id FROM chain ORDER BY asked_id, length DESC)
            SELECT newest.asked_id, t.transfer_id, t.amount_fen,
                   t.institution_code AS transfer_institution_code, t.account_number AS transfer_account_number,
                   t.account_name AS transfer_account_name, t.account_kind AS transfer_account_kind,
            """ + StopOrderRow.COLUMNS + """
            FROM newest CROSS JOIN LATERAL (
                SELECT * FROM reported_transfer WHERE reported_transfer.transfer_id = newest.transfer_id OFFSET 0) t
            LEFT JOIN LATERAL (
                SELECT * FROM stop_order s
                WHERE s.institution_code = t.institution_code AND s.account_number = t.account_number
                  AND s.case_id = t.case_id
                ORDER BY s.placed_at DESC LIMIT 1) stop_order ON true
            """;
    private static final String ONE_LIVE_STOP = "stop_order_live";
    private static final Comparator<OrderChange> BY_ACCOUNT = Comparator.comparing(
                    (OrderChange change) -> change.after().account().institutionCode())
            .thenComparing(change -> change.after().account().number())
            .thenComparing(change -> change.after().applicationId());

    private final Pool pool;
    private final RuleSets ruleSets;
    private final DueTimes dueTimes;
    private final GroupCommit<New, Map<UUID, Placed>> placements = new GroupCommit<>(64, 4, this::placeAll);
    private final GroupCommit<OrderChange, Written> changes = new GroupCommit<>(128, 4, this::changeAll);

    StopOrderStore(Pool pool, RuleSets ruleSets, DueTimes dueTimes) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
    }

    @Override
    public Uni<Map<UUID, Placed>> place(Placement placement, Optional<OutboxEvent> event) {
        return placements.submit(new New(placement, event));
    }

    private Uni<List<Map<UUID, Placed>>> placeAll(List<New> rows) {
        List<New> once = firstOfEach(rows, row -> row.placement().eventId());
        return pool.preparedQuery(PlacementStatement.SQL)
                .execute(PlacementStatement.parameters(once, ruleSets.current(), dueTimes))
                .map(placed -> {
                    Map<UUID, Placed> all = all(placed);
                    return rows.stream().map(row -> ownOf(row.placement(), all)).toList();
                });
    }

    private static Map<UUID, Placed> all(RowSet<Row> placed) {
        Map<UUID, Placed> all = new HashMap<>();
        placed.forEach(row -> all.put(
                row.getUUID("application_id"),
                new Placed(Phase.valueOf(row.getString("state")), row.getBoolean("urgent"))));
        return all;
    }

    private static Map<UUID, Placed> ownOf(Placement placement, Map<UUID, Placed> all) {
        Map<UUID, Placed> own = new HashMap<>();
        for (StopOrder order : placement.orders()) {
            Placed placed = all.get(order.applicationId());
            if (placed != null) {
                own.put(order.applicationId(), placed);
            }
        }
        return own;
    }

    @Override
    public Uni<Written> change(OrderChange change) {
        return refusingSecondStop(changes.submit(change));
    }

    private Uni<List<Written>> changeAll(List<OrderChange> rows) {
        List<OrderChange> once = firstOfEach(rows, row -> row.after().applicationId()).stream()
                .sorted(BY_ACCOUNT)
                .toList();
        return pool.preparedQuery(ChangeStatement.SQL)
                .execute(ChangeStatement.parameters(once))
                .map(changed -> {
                    Set<UUID> ids = new HashSet<>();
                    Map<UUID, List<UUID>> behind = new HashMap<>();
                    changed.forEach(row -> {
                        if (row.getUUID("behind") == null) {
                            ids.add(row.getUUID("written"));
                        } else {
                            behind.computeIfAbsent(row.getUUID("written"), id -> new ArrayList<>())
                                    .add(row.getUUID("behind"));
                        }
                    });
                    return rows.stream().map(row -> written(row, ids, behind)).toList();
                });
    }

    private static Written written(OrderChange change, Set<UUID> ids, Map<UUID, List<UUID>> behind) {
        UUID id = change.after().applicationId();
        boolean changed = ids.remove(id);
        return new Written(
                changed,
                change.event().map(event -> ids.contains(event.eventId())).orElse(false),
                changed && change.tellsOfBookings() ? behind.getOrDefault(id, List.of()) : List.of());
    }

    @Override
    public Uni<Boolean> route(OrderChange change, AccountRef from, Rebooking rebooking) {
        return refusingSecondStop(pool.withTransaction(connection -> connection
                .preparedQuery(ChangeStatement.SQL)
                .execute(ChangeStatement.parameters(List.of(change)))
                .chain(changed -> changed.size() == 0
                        ? Uni.createFrom().item(false)
                        : moved(connection, from, change, rebooking).replaceWith(true))));
    }

    private static Uni<Void> moved(
            SqlConnection connection, AccountRef from, OrderChange change, Rebooking rebooking) {
        return from.key().equals(change.after().account().key())
                ? Uni.createFrom().voidItem()
                : AccountMove.in(connection, from, change, rebooking);
    }

    private static <T> Uni<T> refusingSecondStop(Uni<T> change) {
        return change.onFailure(StopOrderStore::isSecondLiveStop)
                .transform(taken -> new ServiceException.Refusal(
                        "ACCOUNT_ALREADY_STOPPED",
                        "that account has a live stop of ours already (expected: an account without one)"));
    }

    private static boolean isSecondLiveStop(Throwable failure) {
        return failure instanceof PgException refused && ONE_LIVE_STOP.equals(refused.getConstraint());
    }

    @Override
    public Uni<Optional<StopOrder>> find(UUID applicationId) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(applicationId))
                .map(rows -> stream(rows).map(StopOrderRow::read).findFirst());
    }

    @Override
    public Uni<Long> countedStops(AccountRef.Key account) {
        return pool.preparedQuery(COUNTED_STOPS)
                .execute(Tuple.of(account.institutionCode(), account.number()))
                .map(rows -> rows.iterator().next().getLong("stops"));
    }

    @Override
    public Uni<List<StopOrder>> claimDue(Instant now, Duration lease, int most) {
        return pool.preparedQuery(CLAIM_DUE)
                .execute(Tuple.of(Columns.utc(now), Columns.utc(now.plus(lease)), most))
                .map(rows -> stream(rows).map(StopOrderRow::read).toList());
    }

    @Override
    public Uni<List<Placement.Remembered>> remembered(UUID caseId, List<UUID> transferIds) {
        return pool.preparedQuery(REMEMBERED)
                .execute(Tuple.of(caseId, transferIds.toArray(UUID[]::new)))
                .map(rows -> stream(rows).map(StopOrderStore::remembered).toList());
    }

    private static Placement.Remembered remembered(Row row) {
        return new Placement.Remembered(
                row.getUUID("asked_id"),
                row.getUUID("transfer_id"),
                new AccountRef(
                        row.getString("transfer_institution_code"),
                        row.getString("transfer_account_number"),
                        row.getString("transfer_account_name"),
                        AccountKind.valueOf(row.getString("transfer_account_kind"))),
                Optional.ofNullable(row.getLong("amount_fen")).map(Money::ofFen),
                row.getUUID("application_id") == null ? Optional.empty() : Optional.of(StopOrderRow.read(row)));
    }

    /** What comes twice in one group is done once; the others learn that somebody else was first. */
    private static <T> List<T> firstOfEach(List<T> rows, Function<T, UUID> id) {
        Set<UUID> seen = new HashSet<>();
        return rows.stream().filter(row -> seen.add(id.apply(row))).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
