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
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;

/** Looks at what needs attention while anybody watches; switched off together with the timers of due work, for tests. */
@ApplicationScoped
class AttentionWatchTimer {

    private final WatchingAttention watching;
    private final TimerConfig config;
    private final AttentionWatchConfig watch;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    AttentionWatchTimer(
            WatchingAttention watching, TimerConfig config, AttentionWatchConfig watch, Vertx vertx, Jobs jobs) {
        this.watching = watching;
        this.config = config;
        this.watch = watch;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            tickers.add(new Ticker(vertx, watch.look(), jobs.named("attention-looks"), watching::look));
        }
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
