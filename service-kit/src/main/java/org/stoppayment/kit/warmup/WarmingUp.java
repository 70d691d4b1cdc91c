package org.stoppayment.kit.warmup;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.stoppayment.kit.logging.SanitizedThrowable;

/**
 * Runs every {@link WarmUp} of a service once its server listens. The warm-up is over when all runs have ended or its time is up. A part
 * that fails is logged once and not run again: it must not keep a service from being ready.
 */
@ApplicationScoped
public class WarmingUp {

    private static final Logger LOG = Logger.getLogger(WarmingUp.class);

    private final List<WarmUp> parts;
    private final Loopback loopback;
    private final Vertx vertx;
    private final WarmUpConfig config;
    private final AtomicInteger runsLeft;
    private final Set<WarmUp> failed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();

    WarmingUp(@All List<WarmUp> parts, Loopback loopback, Vertx vertx, WarmUpConfig config) {
        this.parts = parts;
        this.loopback = loopback;
        this.vertx = vertx;
        this.config = config;
        this.runsLeft = new AtomicInteger(config.runs());
    }

    /** True once the service need not wait any longer. */
    boolean isOver() {
        return over.get();
    }

    /** If no server tells that it listens, the service is ready without a warm-up. */
    void awaitServer(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        if (parts.isEmpty() || config.runs() == 0) {
            end();
        } else {
            vertx.setTimer(config.maxTime().toMillis(), late -> {
                if (!started.get()) {
                    end();
                }
            });
        }
    }

    void start(@ObservesAsync HttpsServerStart event) {
        if (!over.get()) {
            loopback.connect(event.options().getHost(), port(event.options()), config.maxTime());
        }
        runAllParts();
    }

    private void runAllParts() {
        if (over.get() || !started.compareAndSet(false, true)) {
            return;
        }
        vertx.setTimer(config.maxTime().toMillis(), late -> endUnfinished());
        List<Uni<Void>> all = IntStream.range(0, config.atOnce())
                .mapToObj(i -> onNewContext())
                .toList();
        Uni.join().all(all).andCollectFailures().subscribe().with(done -> end(), failure -> end());
    }

    private void endUnfinished() {
        if (!over.get()) {
            LOG.infof(
                    "The warm-up ends after %s, with %d of %d runs to do",
                    config.maxTime(), Math.max(0, runsLeft.get()), config.runs());
            end();
        }
    }

    /** Where the server listens. A free port, which tests ask for, is told by a property. */
    private static int port(HttpServerOptions options) {
        String property =
                LaunchMode.current() == LaunchMode.TEST ? "quarkus.http.test-ssl-port" : "quarkus.http.ssl-port";
        return options.getPort() > 0
                ? options.getPort()
                : ConfigProvider.getConfig().getValue(property, Integer.class);
    }

    private Uni<Void> onNewContext() {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return Uni.createFrom()
                .deferred(this::runAll)
                .repeat()
                .whilst(ran -> ran && !over.get())
                .collect()
                .last()
                .replaceWithVoid()
                .runSubscriptionOn(task -> context.runOnContext(now -> task.run()));
    }

    /** Runs each part once, one after another; false when no run is left. */
    private Uni<Boolean> runAll() {
        if (runsLeft.getAndDecrement() <= 0) {
            return Uni.createFrom().item(false);
        }
        Uni<Void> all = Uni.createFrom().voidItem();
        for (WarmUp part : parts) {
            all = all.chain(() -> run(part));
        }
        return all.replaceWith(true);
    }

    private Uni<Void> run(WarmUp part) {
        return failed.contains(part) || over.get()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .deferred(part::run)
                        .onFailure()
                        .invoke(failure -> recordFailure(part, failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private void recordFailure(WarmUp part, Throwable failure) {
        if (!over.get() && failed.add(part)) {
            LOG.warnf(
                    "The warm-up of %s failed (%s); the first requests will be slow",
                    part.name(), SanitizedThrowable.brief(failure));
        }
    }

    private void end() {
        if (over.compareAndSet(false, true)) {
            loopback.close();
            parts.forEach(WarmUp::end);
        }
    }
}
