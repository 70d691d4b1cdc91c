package org.stoppayment.freeze.orders.application;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.stoppayment.freeze.alerts.application.WarningOfExpiringStops;
import org.stoppayment.freeze.amendments.application.SendingAmendments;
import org.stoppayment.freeze.tracing.application.FollowingMoney;

/** What a replica does by the clock. */
public record Replica(
        AdvancingDueOrders orders,
        WarningOfExpiringStops warnings,
        SendingAmendments amendments,
        FollowingMoney money) {

    private static final Duration LONGEST_LOOK = Duration.ofMinutes(2);

    /** Each looks for due work at the same moment; ends when nothing that they started is in flight. */
    static void lookAtOnce(List<Replica> replicas) {
        Uni.join()
                .all(replicas.stream()
                        .map(replica -> Uni.createFrom().deferred(replica::look))
                        .toList())
                .andFailFast()
                .await()
                .atMost(LONGEST_LOOK);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(15))
                .until(() -> replicas.stream().allMatch(Replica::isIdle));
    }

    private Uni<Void> look() {
        return orders.advance().chain(warnings::warn).chain(amendments::advance).chain(money::followDue);
    }

    private boolean isIdle() {
        return orders.inFlight() + amendments.inFlight() == 0 && money.isIdle();
    }
}
