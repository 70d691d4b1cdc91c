package org.stoppayment.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class KeyedQueueTest {

    private final KeyedQueue<String> queue = new KeyedQueue<>();
    private final List<String> started = new ArrayList<>();
    private final Map<String, UniEmitter<? super String>> running = new TreeMap<>();

    @Test
    void workOnOneKeyRunsInOrderAndWorkOnAnotherDoesNotWait() {
        CompletableFuture<String> first = start("a", "a1");
        CompletableFuture<String> second = start("a", "a2");
        start("b", "b1");
        assertThat(started).containsExactly("a1", "b1");

        running.get("a1").complete("done");

        assertThat(first).isCompletedWithValue("done");
        assertThat(second).isNotDone();
        assertThat(started).containsExactly("a1", "b1", "a2");
    }

    @Test
    void failureEndsATurn() {
        CompletableFuture<String> first = start("a", "a1");
        start("a", "a2");

        running.get("a1").fail(new IllegalStateException("no"));

        assertThat(first).isCompletedExceptionally();
        assertThat(started).containsExactly("a1", "a2");
    }

    @Test
    void workThatIsCancelledBeforeItsTurnIsNotRunAndTheNextStillWaits() {
        start("a", "a1");
        CompletableFuture<String> cancelled = start("a", "a2");
        start("a", "a3");

        cancelled.cancel(false);
        assertThat(started).containsExactly("a1");
        running.get("a1").complete("done");

        assertThat(started).containsExactly("a1", "a3");
        running.get("a3").complete("done");
        assertThat(queue.isIdle()).isTrue();
    }

    private CompletableFuture<String> start(String key, String name) {
        return queue.run(key, () -> {
                    started.add(name);
                    return Uni.createFrom().<String>emitter(emitter -> running.put(name, emitter));
                })
                .subscribeAsCompletionStage();
    }
}
