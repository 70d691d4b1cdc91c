package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.stoppayment.gateway.registry.domain.CallLimits;

/**
 * Limits the calls that run at the same time, and spaces their starts. Other calls are queued, by {@link CallPriority}, those of one
 * priority in order of arrival; what leaves the queue unsent uses up nothing. A quarter of the places is closed to resends, so that
 * fresh calls need not wait until a slow institution has answered a backlog. The bulkhead and the rate limit of the fault tolerance
 * library have no priorities, and that rate limit counts the calls that it rejects. Thread-safe.
 */
final class PriorityBulkhead {

    private static final int PLACES_FOR_ONE_RESERVED = 4;

    private final int maxRunning;
    private final int maxRunningResends;
    private final int maxQueued;
    private final long maxQueuedNanos;
    private final LongSupplier nanoTime;
    private final CallPace pace;
    private final EarliestTimer nextStart;
    private final Map<CallPriority, Deque<QueuedCall>> queues = new EnumMap<>(CallPriority.class);
    private final AtomicInteger startRequests = new AtomicInteger();
    private int running;
    private int runningResends;

    private record QueuedCall(long deadlineNanos, Runnable start, Runnable reject, Runnable expire) {}

    /** A bulkhead with the limits of an institution. A call is queued for {@code maxQueuedTime} at most. */
    PriorityBulkhead(CallLimits limits, Duration maxQueuedTime, LongSupplier nanoTime, CallTimer timer) {
        this.maxRunning = limits.concurrency();
        this.maxRunningResends =
                Math.max(1, maxRunning - (maxRunning + PLACES_FOR_ONE_RESERVED - 1) / PLACES_FOR_ONE_RESERVED);
        this.maxQueued = limits.queue();
        this.maxQueuedNanos = maxQueuedTime.toNanos();
        this.nanoTime = nanoTime;
        this.pace = new CallPace(limits.callsPerSecond(), nanoTime.getAsLong());
        this.nextStart = new EarliestTimer(timer, nanoTime, this::startQueued);
        Arrays.stream(CallPriority.values()).forEach(priority -> queues.put(priority, new ArrayDeque<>()));
    }

    /**
     * Runs a call when its turn comes. When the queue is full, a call displaces the last one of the lowest priority below its own; the
     * displaced call, or the new one when it displaces none, gets {@code rejected} at once. A call that is queued too long gets
     * {@code expired}.
     */
    <T> Uni<T> call(CallPriority priority, Supplier<Uni<T>> call, T rejected, T expired) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable start = () -> Uni.createFrom()
                    .deferred(call::get)
                    .onTermination()
                    .invoke(() -> release(priority))
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            QueuedCall queued = new QueuedCall(
                    nanoTime.getAsLong() + maxQueuedNanos,
                    start,
                    () -> emitter.complete(rejected),
                    () -> emitter.complete(expired));
            enqueue(priority, queued).ifPresent(displaced -> displaced.reject().run());
            startQueued();
        });
    }

    /** The number of queued calls. */
    synchronized int queued() {
        return queues.values().stream().mapToInt(Deque::size).sum();
    }

    /** Queues a call; returns the call that is rejected because the queue is full. */
    private synchronized Optional<QueuedCall> enqueue(CallPriority priority, QueuedCall call) {
        boolean full = running + queued() >= maxRunning + maxQueued;
        Optional<QueuedCall> displaced = full ? removeLastBelow(priority) : Optional.empty();
        if (full && displaced.isEmpty()) {
            return Optional.of(call);
        }
        queue(priority).addLast(call);
        return displaced;
    }

    private Optional<QueuedCall> removeLastBelow(CallPriority priority) {
        CallPriority[] all = CallPriority.values();
        for (int i = all.length - 1; i > priority.ordinal(); i--) {
            if (!queue(all[i]).isEmpty()) {
                return Optional.of(queue(all[i]).removeLast());
            }
        }
        return Optional.empty();
    }

    private void release(CallPriority priority) {
        synchronized (this) {
            running--;
            runningResends -= priority.isFirstAttempt() ? 0 : 1;
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
            for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
                next.get().run();
            }
            planWakeUp();
            handled = startRequests.addAndGet(-handled);
        } while (handled > 0);
    }

    /** What is to be done with the next call that leaves the queue now, if one does. */
    private synchronized Optional<Runnable> next() {
        long now = nanoTime.getAsLong();
        for (Deque<QueuedCall> queue : queues.values()) {
            QueuedCall first = queue.peekFirst();
            if (first != null && first.deadlineNanos() - now <= 0) {
                queue.removeFirst();
                return Optional.of(first.expire());
            }
        }
        if (pace.waitNanos(now) > 0) {
            return Optional.empty();
        }
        return runnable().map(priority -> {
            pace.count(now);
            running++;
            runningResends += priority.isFirstAttempt() ? 0 : 1;
            return queue(priority).removeFirst().start();
        });
    }

    /** The priority of the queued call that a free place is for. */
    private Optional<CallPriority> runnable() {
        return running == maxRunning
                ? Optional.empty()
                : queues.entrySet().stream()
                        .filter(queue -> !queue.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .filter(priority -> priority.isFirstAttempt() || runningResends < maxRunningResends);
    }

    /** When the next call may start, or is queued too long; a place that becomes free needs no wake-up. */
    private void planWakeUp() {
        OptionalLong wait;
        synchronized (this) {
            long now = nanoTime.getAsLong();
            LongStream expiries = queues.values().stream()
                    .filter(queue -> !queue.isEmpty())
                    .mapToLong(queue -> Math.max(0, queue.getFirst().deadlineNanos() - now));
            LongStream start = runnable().stream().mapToLong(priority -> pace.waitNanos(now));
            wait = LongStream.concat(expiries, start).min();
        }
        wait.ifPresent(nextStart::within);
    }

    private Deque<QueuedCall> queue(CallPriority priority) {
        return Objects.requireNonNull(queues.get(priority));
    }
}
