package org.stoppayment.freeze.timers;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.freeze.application.FreezeConfig;
import org.stoppayment.freeze.application.WatchingCases;
import org.stoppayment.kit.time.Ticker;
import org.stoppayment.kit.work.Jobs;

/** Looks at watched cases; tests that look for due work by hand look at these by hand as well. */
@ApplicationScoped
class CaseLooks {

    private final WatchingCases watching;
    private final FreezeConfig config;
    private final Vertx vertx;
    private final Jobs jobs;
    private final List<Ticker> tickers = new ArrayList<>();

    CaseLooks(WatchingCases watching, FreezeConfig config, Vertx vertx, Jobs jobs) {
        this.watching = watching;
        this.config = config;
        this.vertx = vertx;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event) {
        if (!config.lookForDueWork().isZero()) {
            tickers.add(new Ticker(vertx, config.watch().look(), jobs.named("case-looks"), watching::look));
        }
    }

    @PreDestroy
    void stop() {
        tickers.forEach(Ticker::close);
    }
}
