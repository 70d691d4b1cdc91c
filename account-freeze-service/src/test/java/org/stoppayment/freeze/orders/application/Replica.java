package org.stoppayment.freeze.orders.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.stoppayment.freeze.alerts.application.RaisingAlerts;
import org.stoppayment.freeze.tracing.application.FollowingMoney;
import org.stoppayment.freeze.tracing.application.PlacingWaitingOrders;
import org.stoppayment.freeze.tracing.application.TracePlanner;
import org.stoppayment.freeze.tracing.application.Traces;
import org.stoppayment.kit.outbox.OutboxRelay;

/** Another replica that follows money: it knows nothing of what this one has under way. */
@Singleton
public class Replica {

    private final FollowingMoney following;

    Replica(
            Traces traces,
            Institutions institutions,
            TracePlanner planner,
            PlacingWaitingOrders waiting,
            SendingClearedOrders clearing,
            SendingOrders sending,
            OutboxRelay relay,
            RaisingAlerts raising,
            InstantSource clock) {
        following =
                new FollowingMoney(traces, institutions, planner, waiting, clearing, sending, relay, raising, clock);
    }

    public Uni<Void> followDue() {
        return following.followDue();
    }
}
