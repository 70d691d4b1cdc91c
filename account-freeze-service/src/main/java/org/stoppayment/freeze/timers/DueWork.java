package org.stoppayment.freeze.timers;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.stoppayment.freeze.application.AdvancingDueOrders;
import org.stoppayment.freeze.application.FollowingMoney;
import org.stoppayment.freeze.application.FreezeConfig;
import org.stoppayment.freeze.application.ListingUnreportedVictims;
import org.stoppayment.freeze.application.PostingAlerts;
import org.stoppayment.freeze.application.RaisingAlerts;
import org.stoppayment.freeze.application.SendingFollowUps;
import org.stoppayment.freeze.application.WarningOfLapses;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;

/** Looks for due work; the rows say when it is due, here is only how often we look. */
@ApplicationScoped
class DueWork {

    private static final Duration LOOK_FOR_ALERTS = Duration.ofSeconds(1);
    private static final Duration LOOK_FOR_INFLOWS = Duration.ofSeconds(1);

    private final AdvancingDueOrders orders;
    private final FollowingMoney following;
    private final SendingFollowUps followUps;
    private final RaisingAlerts alerts;
    private final WarningOfLapses warnings;
    private final PostingAlerts posting;
    private final ListingUnreportedVictims listing;
    private final FreezeConfig config;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    DueWork(
            AdvancingDueOrders orders,
            FollowingMoney following,
            SendingFollowUps followUps,
            RaisingAlerts alerts,
            WarningOfLapses warnings,
            PostingAlerts posting,
            ListingUnreportedVictims listing,
            FreezeConfig config,
            Vertx vertx,
            Jobs jobs) {
        this.orders = orders;
        this.following = following;
        this.followUps = followUps;
        this.alerts = alerts;
        this.warnings = warnings;
        this.posting = posting;
        this.listing = listing;
        this.config = config;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            look(config.lookForDueWork());
        }
    }

    /** Starts to look; for what is urgent every {@code period}. */
    void look(Duration period) {
        every(period, "orders", orders::advance);
        every(period, "claims", following::followDue);
        every(period, "follow-ups", followUps::advance);
        every(LOOK_FOR_ALERTS, "alerts", alerts::raise);
        every(LOOK_FOR_ALERTS, "lapse-warnings", warnings::warn);
        every(LOOK_FOR_ALERTS, "alert-posts", posting::post);
        every(LOOK_FOR_INFLOWS, "dissuasion-list", listing::list);
    }

    private void every(Duration period, String name, Supplier<Uni<Void>> look) {
        tickers.add(new Ticker(vertx, period, jobs.named(name), look));
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
