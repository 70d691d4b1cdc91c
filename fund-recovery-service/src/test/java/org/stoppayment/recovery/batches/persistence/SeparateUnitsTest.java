package org.stoppayment.recovery.batches.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoppayment.recovery.batches.application.BatchConfig;

/** How many plans are worked on at once, whoever asked for it. */
class SeparateUnitsTest {

    private static final int AT_ONCE = 3;

    private final Vertx vertx = Vertx.vertx();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final List<UniEmitter<? super String>> working = new CopyOnWriteArrayList<>();
    private final SeparateUnits units = new SeparateUnits(vertx, new BatchConfig() {
        @Override
        public int maxPlans() {
            return 1;
        }

        @Override
        public int maxCandidates() {
            return 1;
        }

        @Override
        public int atOnce() {
            return AT_ONCE;
        }
    });

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void noMorePiecesRunThanAreSetAndOthersFollowInTheirOrder() {
        List<UniAssertSubscriber<String>> callers = new ArrayList<>();
        for (int i = 0; i < AT_ONCE + 2; i++) {
            callers.add(come("piece " + i));
        }
        await().until(() -> working.size() >= AT_ONCE);
        assertThat(begun).hasSize(AT_ONCE);

        working.get(0).complete("done");
        await().until(() -> working.size() == AT_ONCE + 1);
        working.get(1).fail(new IllegalStateException("away"));
        await().until(() -> working.size() == AT_ONCE + 2);

        assertThat(begun.subList(AT_ONCE, AT_ONCE + 2)).containsExactly("piece 3", "piece 4");
        working.get(3).complete("done");
        assertThat(callers.get(3).awaitItem().getItem()).isEqualTo("done");
    }

    @Test
    void pieceThatNobodyWaitsForAnyMoreIsNotBegunAndOneThatHasBegunIsFinished() {
        UniAssertSubscriber<String> first = come("piece 0");
        for (int i = 1; i < AT_ONCE; i++) {
            come("piece " + i);
        }
        UniAssertSubscriber<String> waiting = come("left");
        come("last");
        await().until(() -> working.size() == AT_ONCE);

        first.cancel();
        waiting.cancel();
        assertThat(begun).doesNotContain("last");
        working.forEach(each -> each.complete("done"));

        await().until(() -> begun.contains("last"));
        assertThat(begun).doesNotContain("left");
    }

    private UniAssertSubscriber<String> come(String name) {
        return units.run(() -> {
                    begun.add(name);
                    return Uni.createFrom().<String>emitter(working::add);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }
}
