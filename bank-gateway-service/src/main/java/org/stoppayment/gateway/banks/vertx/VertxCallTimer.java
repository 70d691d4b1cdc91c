package org.stoppayment.gateway.banks.vertx;

import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.stoppayment.gateway.banks.CallTimer;

/** Timers of Vert.x, which counts milliseconds: a task runs up to one too late. */
@Singleton
class VertxCallTimer implements CallTimer {

    private final Vertx vertx;

    VertxCallTimer(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Runnable schedule(long delayNanos, Runnable task) {
        long timer = vertx.setTimer(1 + TimeUnit.NANOSECONDS.toMillis(delayNanos), fired -> task.run());
        return () -> vertx.cancelTimer(timer);
    }
}
