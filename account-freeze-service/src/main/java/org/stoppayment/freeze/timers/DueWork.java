package org.stoppayment.freeze.timers;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.application.AdvancingDueOrders;
import org.stoppayment.freeze.application.FollowingMoney;
import org.stoppayment.freeze.application.FreezeConfig;
import org.stoppayment.freeze.application.ListingUnreportedVictims;
import org.stoppayment.freeze.application.PostingAlerts;
import org.stoppayment.freeze.application.RaisingAlerts;
import org.stoppayment.freeze.application.SendingFollowUps;
import org.stoppayment.freeze.application.WarningOfLapses;
import org.stoppayment.kit.time.Ticker;

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
            Vertx vertx) {
        this.orders = orders;
        this.following = following;
        this.followUps = followUps;
        this.alerts = alerts;
        this.warnings = warnings;
        this.posting = posting;
        this.listing = listing;
        this.config = config;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            tickers.add(new Ticker(vertx, config.lookForDueWork(), orders::advance));
            tickers.add(new Ticker(vertx, config.lookForDueWork(), following::followDue));
            tickers.add(new Ticker(vertx, config.lookForDueWork(), followUps::advance));
            tickers.add(new Ticker(vertx, LOOK_FOR_ALERTS, alerts::raise));
            tickers.add(new Ticker(vertx, LOOK_FOR_ALERTS, warnings::warn));
            tickers.add(new Ticker(vertx, LOOK_FOR_ALERTS, posting::post));
            tickers.add(new Ticker(vertx, LOOK_FOR_INFLOWS, listing::list));
        }
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
