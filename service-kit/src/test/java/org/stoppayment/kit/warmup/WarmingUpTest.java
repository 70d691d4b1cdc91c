package org.stoppayment.kit.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpsServerStart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kernel.SystemTime;
import org.stoppayment.kernel.ids.Ids;
import org.stoppayment.kit.testing.LogListener;
import org.stoppayment.kit.testing.TestCertificates;

class WarmingUpTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private record Config(int runs, int atOnce, Duration maxTime) implements WarmUpConfig {}

    private record Part(String name, Supplier<Uni<Void>> work) implements WarmUp {
        @Override
        public Uni<Void> run() {
            return work.get();
        }
    }

    private static Loopback loopback() {
        return new Loopback(
                TestCertificates.peers(TestCertificates.service(ServiceNames.CASE_INTAKE)), new Ids(SystemTime.SOURCE));
    }

    private WarmingUp begin(WarmUpConfig config, WarmUp... parts) {
        WarmingUp warming = new WarmingUp(List.of(parts), loopback(), vertx, config);
        warming.awaitServer(new StartupEvent());
        warming.start(new HttpsServerStart(new HttpServerOptions().setPort(1)));
        return warming;
    }

    private static HealthCheckResponse readiness(WarmingUp warming) {
        return new WarmUpReadiness(warming).call();
    }

    @Test
    void serviceIsNotReadyUntilEveryRunHasEnded() {
        Queue<UniEmitter<? super Void>> running = new ConcurrentLinkedQueue<>();
        WarmingUp warming = begin(new Config(3, 2, LONG), new Part("a part", () -> Uni.createFrom()
                .<Void>emitter(running::add)));

        for (int ended = 0; ended < 3; ended++) {
            await().until(() -> !running.isEmpty());
            HealthCheckResponse response = readiness(warming);
            assertThat(response.getStatus()).isEqualTo(Status.DOWN);
            assertThat(response.getData())
                    .hasValueSatisfying(data -> assertThat(data).containsEntry("reason", "warming up"));
            running.remove().complete(null);
        }

        await().untilAsserted(() -> assertThat(readiness(warming).getStatus()).isEqualTo(Status.UP));
        assertThat(running).isEmpty();
    }

    @Test
    void partThatFailsIsLoggedOnceAndTheOthersRunOn() {
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger ran = new AtomicInteger();
        try (LogListener log = LogListener.start()) {
            WarmingUp warming = begin(
                    new Config(5, 1, LONG),
                    new Part("orders", () -> {
                        failed.incrementAndGet();
                        throw new IllegalStateException("broken");
                    }),
                    new Part("reports", () -> {
                        ran.incrementAndGet();
                        return Uni.createFrom().voidItem();
                    }));

            await().untilAsserted(
                            () -> assertThat(readiness(warming).getStatus()).isEqualTo(Status.UP));

            assertThat(log.alarms()).singleElement().asString().contains("The warm-up of orders failed");
        }
        assertThat(failed).hasValue(1);
        assertThat(ran).hasValue(5);
    }

    @Test
    void partThatHangsDoesNotKeepTheServiceFromBeingReady() {
        WarmingUp warming = begin(new Config(1, 1, Duration.ofMillis(50)), new Part("a part", () -> Uni.createFrom()
                .nothing()));

        await().untilAsserted(() -> assertThat(readiness(warming).getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void serverThatNeverTellsThatItListensDoesNotKeepTheServiceFromBeingReady() {
        WarmingUp warming = new WarmingUp(
                List.of(new Part("a part", () -> Uni.createFrom().voidItem())),
                loopback(),
                vertx,
                new Config(1, 1, Duration.ofMillis(50)));

        warming.awaitServer(new StartupEvent());

        await().untilAsserted(() -> assertThat(readiness(warming).getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void serviceWithoutAWarmUpIsReadyAtOnce() {
        assertThat(readiness(begin(new Config(0, 1, LONG), new Part("a part", () -> Uni.createFrom()
                                .nothing())))
                        .getStatus())
                .isEqualTo(Status.UP);
    }
}
