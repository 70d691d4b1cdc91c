package org.stoppayment.kit.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.work.Jobs;

class TickerTest {

    private static final Duration PERIOD = Duration.ofMillis(5);

    private final Vertx vertx = Vertx.vertx();
    private final Jobs jobs = new Jobs(new SimpleMeterRegistry());
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void failedRunIsLoggedAndFollowedByTheNext() {
        try (LogListener log = LogListener.start();
                Ticker ticker = new Ticker(vertx, PERIOD, jobs.named("claims"), this::failsThreeTimes)) {
            await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(4));
            assertThat(log.alarms()).singleElement().asString().contains("Job claims fails");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Job claims works again"))
                    .hasSize(1);
        }
    }

    private Uni<Void> failsThreeTimes() {
        return runs.incrementAndGet() <= 3
                ? Uni.createFrom().failure(new IOException("away"))
                : Uni.createFrom().voidItem();
    }
}
