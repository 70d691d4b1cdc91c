package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.stoppayment.kernel.SystemTime;

/**
 * Combines items that arrive while earlier work runs into one unit of work. An item that arrives when nothing runs is processed
 * at once and alone: without a timer, low load has no additional latency, and high load needs one commit for many items.
 *
 * <p>An item is processed even when its caller cancels. With Vert.x, the work runs on a new context, and every caller gets its
 * result on its own context.
 *
 * @param <T> an item
 * @param <R> the result of an item
 */
public final class GroupCommit<T, R> {

    private record Waiting<T, R>(T item, UniEmitter<? super R> caller, long sinceNanos) {}

    private static final int MAX_RETRIES = 3;

    /** SQLSTATE classes: cardinality, data, integrity constraint, program limit. */
    private static final Set<String> DATA_ERROR_CLASSES = Set.of("21", "22", "23", "54");

    private final int maxGroupSize;
    private final int maxConcurrent;
    private final Function<List<T>, Uni<List<R>>> work;
    private final LongSupplier nanoTime;
    private final WaitEstimate waitEstimate;
    private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger startRequests = new AtomicInteger();

    /**
     * @param maxGroupSize maximum number of items in one unit of work
     * @param maxConcurrent maximum number of concurrent units of work
     * @param work processes items, all or none, and returns their results in the same order
     */
    public GroupCommit(int maxGroupSize, int maxConcurrent, Function<List<T>, Uni<List<R>>> work) {
        this(maxGroupSize, maxConcurrent, work, SystemTime.SOURCE::nanoTime);
    }

    /** As above; {@code nanoTime} is monotonic. */
    public GroupCommit(
            int maxGroupSize, int maxConcurrent, Function<List<T>, Uni<List<R>>> work, LongSupplier nanoTime) {
        this.maxGroupSize = maxGroupSize;
        this.maxConcurrent = maxConcurrent;
        this.work = work;
        this.nanoTime = nanoTime;
        this.waitEstimate = new WaitEstimate(maxGroupSize * maxConcurrent);
    }

    /** Processes {@code item}, alone or with others. */
    public Uni<R> submit(T item) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .<R>emitter(caller -> {
                    queued.incrementAndGet();
                    waiting.add(new Waiting<>(item, caller, nanoTime.getAsLong()));
                    startWork();
                })
                .emitOn(Contexts.current()));
    }

    /** Number of items whose work has not started. */
    public int waiting() {
        return queued.get();
    }

    /**
     * How long an item that is submitted now would wait for its work to start: as long as the first item in the queue has waited
     * already, or as long as the items before it will take at the pace of the last units of work, whichever is more. Zero when
     * nothing waits.
     */
    public Duration expectedWait() {
        Waiting<T, R> first = waiting.peek();
        return first == null
                ? Duration.ZERO
                : Duration.ofNanos(
                        Math.max(nanoTime.getAsLong() - first.sinceNanos(), waitEstimate.nanosFor(queued.get())));
    }

    /** Starts work that is waiting. A call while another one is in progress makes that one loop, so calls never nest. */
    private void startWork() {
        int handled = startRequests.incrementAndGet();
        if (handled > 1) {
            return;
        }
        while (handled != 0) {
            while (!waiting.isEmpty() && inFlight.get() < maxConcurrent) {
                inFlight.incrementAndGet();
                long start = nanoTime.getAsLong();
                settle(takeGroup()).subscribe().with(settled -> freeSlot(start), neverFails -> freeSlot(start));
            }
            handled = startRequests.addAndGet(-handled);
        }
    }

    private void freeSlot(long start) {
        waitEstimate.took(nanoTime.getAsLong() - start);
        inFlight.decrementAndGet();
        startWork();
    }

    private List<Waiting<T, R>> takeGroup() {
        List<Waiting<T, R>> group = new ArrayList<>();
        while (group.size() < maxGroupSize) {
            Waiting<T, R> next = waiting.poll();
            if (next == null) {
                break;
            }
            queued.decrementAndGet();
            group.add(next);
        }
        return group;
    }

    /** Processes a group and completes or fails all its callers. */
    private Uni<Void> settle(List<Waiting<T, R>> group) {
        return process(group)
                .invoke(results -> {
                    for (int i = 0; i < group.size(); i++) {
                        group.get(i).caller().complete(results.get(i));
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> settleFailed(group, failure));
    }

    private Uni<Void> settleFailed(List<Waiting<T, R>> group, Throwable failure) {
        if (group.size() > 1 && isDataError(failure)) {
            // An item has invalid data, so the whole group was rolled back. Each item is processed alone.
            return Multi.createFrom()
                    .iterable(group)
                    .onItem()
                    .transformToUniAndConcatenate(one -> settle(List.of(one)))
                    .toUni();
        }
        group.forEach(one -> one.caller().fail(failure));
        return Uni.createFrom().voidItem();
    }

    private Uni<List<R>> process(List<Waiting<T, R>> group) {
        List<T> items = group.stream().map(Waiting::item).toList();
        return Contexts.onNewContext(() -> work.apply(items))
                .invoke(results -> {
                    if (results.size() != items.size()) {
                        throw new IllegalStateException(
                                "results: " + results.size() + " (expected: " + items.size() + ", one for each item)");
                    }
                })
                .onFailure(GroupCommit::wasRolledBack)
                .retry()
                .atMost(MAX_RETRIES);
    }

    private static boolean isDataError(Throwable failure) {
        String state = SqlStates.of(failure);
        return DATA_ERROR_CLASSES.stream().anyMatch(state::startsWith);
    }

    /** A deadlock or a serialization failure: the database rolled back this transaction in favour of another one. */
    private static boolean wasRolledBack(Throwable failure) {
        return SqlStates.isTransactionRollback(failure);
    }
}
