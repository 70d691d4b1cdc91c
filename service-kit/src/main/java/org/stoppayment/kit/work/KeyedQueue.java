package org.stoppayment.kit.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs work on the same key one after another, in order of arrival; work on different keys does not wait for each other. It orders the
 * work of one process: versions in the database guard against other replicas. Thread-safe; nothing blocks.
 *
 * @param <K> the key: what the work is about
 */
public final class KeyedQueue<K> {

    private static final CompletableFuture<Void> NOBODY = CompletableFuture.completedFuture(null);

    private final Map<K, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    /**
     * Runs the work when all work on this key that came before it has ended, whether it succeeded or failed. Work that is cancelled
     * before its turn is not run.
     */
    public <T> Uni<T> run(K key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            @Nullable CompletableFuture<Void> before = ends.put(key, end);
            CompletableFuture<Void> turn = before == null ? NOBODY : before;
            return turn(turn)
                    .chain(() -> work.get())
                    .onTermination()
                    .invoke(() -> turn.thenRun(() -> {
                        ends.remove(key, end);
                        end.complete(null);
                    }));
        });
    }

    /** True when nothing runs or waits. */
    public boolean isIdle() {
        return ends.isEmpty();
    }

    /** Ends at the turn, on the context of the caller: the end of the work before it comes on that work's context. */
    private static Uni<Void> turn(CompletableFuture<Void> turn) {
        if (turn.isDone()) {
            return Uni.createFrom().voidItem();
        }
        @Nullable Context context = Vertx.currentContext();
        Executor caller = context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
        // Not from the completion stage itself: a cancelled wait would cancel the turn of all that come after it.
        return Uni.createFrom().emitter(emitter -> turn.thenRunAsync(() -> emitter.complete(null), caller));
    }
}
