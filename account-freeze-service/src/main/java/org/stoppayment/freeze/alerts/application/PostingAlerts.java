package org.stoppayment.freeze.alerts.application;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import org.jboss.logging.Logger;
import org.stoppayment.freeze.alerts.domain.Alert;
import org.stoppayment.freeze.alerts.domain.AlertView;
import org.stoppayment.kit.logging.SanitizedThrowable;

/** Posts alerts concurrently: a slow post delays no other. */
@ApplicationScoped
public class PostingAlerts {

    private static final Logger LOG = Logger.getLogger(PostingAlerts.class);

    /** Longer than a post may take ({@link AlertHook#TIMEOUT}): until then no other replica posts the same alert. */
    private static final Duration LEASE = AlertHook.TIMEOUT.plusSeconds(1);

    private final Alerts alerts;
    private final AlertHook hook;
    private final InstantSource clock;

    PostingAlerts(Alerts alerts, AlertHook hook, InstantSource clock) {
        this.alerts = alerts;
        this.hook = hook;
        this.clock = clock;
    }

    /** Posts due alerts; one that is not taken is due again later, each time after twice as long. */
    public Uni<Void> post() {
        if (!hook.isSet()) {
            return Uni.createFrom().voidItem();
        }
        return alerts.claimDue(clock.instant(), LEASE, AlertHook.MAX_AT_ONCE).chain(due -> Multi.createFrom()
                .iterable(due)
                .onItem()
                .transformToUni(this::tryPost)
                .merge(AlertHook.MAX_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> tryPost(AlertView view) {
        Alert alert = view.alert();
        return hook.post(view)
                .chain(() -> alerts.delivered(alert.alertId(), clock.instant()))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Alert %s could not be posted (%s)", alert.alertId(), SanitizedThrowable.brief(failure)))
                .onFailure()
                .recoverWithNull();
    }
}
