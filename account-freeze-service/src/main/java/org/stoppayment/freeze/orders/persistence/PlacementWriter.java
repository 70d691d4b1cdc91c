package org.stoppayment.freeze.orders.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoppayment.freeze.orders.application.PlacementOutcome;
import org.stoppayment.freeze.orders.application.PlacementResult;
import org.stoppayment.freeze.orders.application.StopOrders;
import org.stoppayment.freeze.orders.domain.OrderDueTimes;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.Placement;
import org.stoppayment.freeze.orders.persistence.PlacementStatement.New;
import org.stoppayment.freeze.rules.application.RuleSets;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kit.outbox.OutboxEvent;
import org.stoppayment.kit.postgres.GroupCommit;

/** Writes placements, those that come at the same time in one statement. */
final class PlacementWriter {

    private final Pool pool;
    private final RuleSets ruleSets;
    private final OrderDueTimes dueTimes;
    private final GroupCommit<New, PlacementOutcome> group = new GroupCommit<>(64, 4, this::placeAll);

    PlacementWriter(Pool pool, RuleSets ruleSets, OrderDueTimes dueTimes) {
        this.pool = pool;
        this.ruleSets = ruleSets;
        this.dueTimes = dueTimes;
    }

    /** As {@link StopOrders#place}. */
    Uni<PlacementOutcome> place(Placement placement, Optional<OutboxEvent> event) {
        return group.submit(new New(placement, event));
    }

    private Uni<List<PlacementOutcome>> placeAll(List<New> rows) {
        List<New> unique = OncePerGroup.first(rows, row -> row.placement().eventId());
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
}
