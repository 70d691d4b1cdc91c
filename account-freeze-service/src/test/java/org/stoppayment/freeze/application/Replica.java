package org.stoppayment.freeze.application;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.InstantSource;
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
            SendingOrders sending,
            OutboxRelay relay,
            RaisingAlerts alerting,
            InstantSource clock) {
        following = new FollowingMoney(traces, institutions, planner, waiting, sending, relay, alerting, clock);
    }

    public Uni<Void> followDue() {
        return following.followDue();
    }
}
