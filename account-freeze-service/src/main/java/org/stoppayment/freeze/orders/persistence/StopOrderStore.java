package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.freeze.orders.application.CallCapacity;
import org.stoppayment.freeze.orders.application.OrderChange;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.PendingOutflows;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.freeze.rules.domain.StopRules;
import org.stoppayment.freeze.shared.application.Update;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.Rows;
import org.stoppayment.kit.postgres.SqlStatement;

/** Stop orders in Postgres. */
@ApplicationScoped
public class StopOrderStore implements StopOrders {

    private static final SqlStatement FIND = SqlStatement.load("sql/orders/find_order.sql", "application_id uuid");
    private static final SqlStatement CLAIM_DUE = SqlStatement.load(
            "sql/orders/claim_due_orders.sql",
            "now timestamptz, lease_end timestamptz, max_orders int, full_institutions text[], doubt_before"
                    + " timestamptz");
    private static final SqlStatement CLAIM_CALLS = SqlStatement.load(
            "sql/orders/claim_due_calls.sql",
            "now timestamptz, lease_end timestamptz, institutions text[], capacities int[], capacity_of_others int");
    private static final SqlStatement MAKE_DUE =
            SqlStatement.load("sql/orders/make_calls_due.sql", "institution_code text, now timestamptz");

    private final Pool pool;
    private final PlacementWriter placements;
    private final ChangeWriter changes;

    public StopOrderStore(Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.placements = new PlacementWriter(pool, ruleSets, dueTimes);
        this.changes = new ChangeWriter(pool);
    }

    @Override
    public Uni<PlacementOutcome> place(Placement placement, Optional<OutboxEvent> event) {
        return placements.place(placement, event);
    }

    @Override
    public Uni<Written> change(OrderChange change) {
        return changes.change(change);
    }

    @Override
    public Uni<Update> route(OrderChange change, AccountRef from, StopRules rules, Rebooking rebooking) {
        return changes.route(change, from, rules, rebooking);
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
        return CountedStops.of(pool, account, rules);
    }

    @Override
    public Uni<List<StopOrder>> claimCalls(Instant now, Duration lease, CallCapacity capacity) {
        List<Map.Entry<String, Integer>> limited =
                List.copyOf(capacity.byInstitution().entrySet());
        List<String> institutions = limited.stream().map(Map.Entry::getKey).toList();
        Integer[] capacities = limited.stream().map(Map.Entry::getValue).toArray(Integer[]::new);
        return CLAIM_CALLS
                .execute(pool, now, now.plus(lease), institutions, capacities, capacity.others())
                .map(rows -> Rows.list(rows, StopOrderRow::read));
    }

    @Override
    public Uni<List<StopOrder>> claimDue(Instant now, Duration lease, int max, Set<String> full, Instant doubtBefore) {
        return CLAIM_DUE
                .execute(pool, now, now.plus(lease), max, full, doubtBefore)
                .map(rows -> Rows.list(rows, StopOrderRow::read));
    }

    @Override
    public Uni<Void> makeDue(String institutionCode, Instant now) {
        return MAKE_DUE.execute(pool, institutionCode, now).replaceWithVoid();
    }

    @Override
    public Uni<List<Placement.StoredTransfer>> storedTransfers(CaseId caseId, List<TransferId> transferIds) {
        return ReportedTransferReader.FIND
                .execute(pool, caseId, transferIds)
                .map(rows -> Rows.list(rows, ReportedTransferReader::read));
    }
}
