package org.stoppayment.freeze.api.timers;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.attention.application.AttentionWatchConfig;
import org.stoppayment.freeze.attention.application.WatchingAttention;
import org.stoppayment.freeze.watch.application.WatchConfig;
import org.stoppayment.freeze.watch.application.WatchingCases;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;

/** Looks at what is watched; switched off together with the timers of due work, for tests. */
@ApplicationScoped
class WatchTimers {

    private final WatchingCases cases;
    private final WatchingAttention attention;
    private final TimerConfig config;
    private final WatchConfig ofCases;
    private final AttentionWatchConfig ofAttention;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    WatchTimers(
            WatchingCases cases,
            WatchingAttention attention,
            TimerConfig config,
            WatchConfig ofCases,
            AttentionWatchConfig ofAttention,
            Vertx vertx,
            Jobs jobs) {
        this.cases = cases;
        this.attention = attention;
        this.config = config;
        this.ofCases = ofCases;
        this.ofAttention = ofAttention;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            tickers.add(new Ticker(vertx, ofCases.look(), jobs.named("case-looks"), cases::look));
            tickers.add(new Ticker(vertx, ofAttention.look(), jobs.named("attention-looks"), attention::look));
        }
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
