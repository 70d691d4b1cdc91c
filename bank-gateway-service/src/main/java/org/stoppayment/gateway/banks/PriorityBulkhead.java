package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Limits the calls that run at the same time. Other calls are queued: urgent ones first, each kind in order of arrival. The
 * bulkhead of the fault tolerance library has one queue without priorities. Thread-safe.
 */
final class PriorityBulkhead {

    private final int maxRunning;
    private final int maxQueued;
    private final Deque<QueuedCall> urgent = new ArrayDeque<>();
    private final Deque<QueuedCall> others = new ArrayDeque<>();
    private final AtomicInteger startRequests = new AtomicInteger();
    private int running;

    private record QueuedCall(Runnable start, Runnable reject) {}

    /** A bulkhead for {@code maxRunning} calls at the same time and {@code maxQueued} queued ones. */
    PriorityBulkhead(int maxRunning, int maxQueued) {
        this.maxRunning = maxRunning;
        this.maxQueued = maxQueued;
    }

    /**
     * Runs a call when its turn comes. When the queue is full, an urgent call displaces the last ordinary one; the displaced
     * call, or the new one when it displaces none, gets {@code rejected} at once.
     */
    <T> Uni<T> call(boolean isUrgent, Supplier<Uni<T>> call, T rejected) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable start = () -> Uni.createFrom()
                    .deferred(call::get)
                    .onTermination()
                    .invoke(this::release)
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            enqueue(isUrgent, new QueuedCall(start, () -> emitter.complete(rejected)))
                    .ifPresent(displaced -> displaced.reject().run());
            startQueued();
        });
    }

    /** The number of queued calls. */
    synchronized int queued() {
        return urgent.size() + others.size();
    }

    /** Queues a call; returns the call that is rejected because the queue is full. */
    private synchronized Optional<QueuedCall> enqueue(boolean isUrgent, QueuedCall call) {
        boolean full = running + queued() >= maxRunning + maxQueued;
        if (full && (!isUrgent || others.isEmpty())) {
            return Optional.of(call);
        }
        Optional<QueuedCall> displaced = full ? Optional.of(others.removeLast()) : Optional.empty();
        (isUrgent ? urgent : others).addLast(call);
        return displaced;
    }

    private void release() {
        synchronized (this) {
            running--;
        }
        startQueued();
    }

    /** Starts the calls that may run. A call that ends at once re-enters here; the loop handles it, without recursion. */
    private void startQueued() {
        if (startRequests.getAndIncrement() > 0) {
            return;
        }
        int handled = 1;
        do {
            for (Optional<QueuedCall> next = next(); next.isPresent(); next = next()) {
                next.get().start().run();
            }
            handled = startRequests.addAndGet(-handled);
        } while (handled > 0);
    }

    private synchronized Optional<QueuedCall> next() {
        if (running == maxRunning) {
            return Optional.empty();
        }
        Optional<QueuedCall> next =
                Optional.ofNullable(urgent.pollFirst()).or(() -> Optional.ofNullable(others.pollFirst()));
        if (next.isPresent()) {
            running++;
        }
        return next;
    }
}
