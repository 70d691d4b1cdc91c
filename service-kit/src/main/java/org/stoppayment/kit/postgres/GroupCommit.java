package org.stoppayment.kit.postgres;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.stoppayment.kit.grpc.TransientFailures;

/**
 * Combines what arrives while earlier work is under way into one unit of work. An item that arrives when nothing is under
 * way goes at once and alone: there is no timer, so low load pays nothing, and high load pays one commit for many items.
 *
 * <p>Items outlive their callers: a caller that goes away does not take its item back. On Vert.x, the work runs on a context
 * of its own and every caller is answered on the caller's.
 *
 * @param <T> an item
 * @param <R> what came of an item
 */
public final class GroupCommit<T, R> {

    private record Waiting<T, R>(T item, UniEmitter<? super R> caller) {}

    private static final int MAX_ROLLBACKS = 3;

    /** Classes of SQLSTATE: cardinality, data, integrity constraint, program limit. */
    private static final Set<String> FAULTS_OF_AN_ITEM = Set.of("21", "22", "23", "54");

    private final int maxGroupSize;
    private final int maxConcurrent;
    private final Function<List<T>, Uni<List<R>>> work;
    private final Queue<Waiting<T, R>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger wakeUps = new AtomicInteger();

    /**
     * @param maxGroupSize largest number of items in one unit of work
     * @param maxConcurrent largest number of concurrent units of work
     * @param work does it for some items, all or nothing, and answers in their order
     */
    public GroupCommit(int maxGroupSize, int maxConcurrent, Function<List<T>, Uni<List<R>>> work) {
        this.maxGroupSize = maxGroupSize;
        this.maxConcurrent = maxConcurrent;
        this.work = work;
    }

    /** Does the work for {@code item}, with others or alone. */
    public Uni<R> submit(T item) {
        return Uni.createFrom().deferred(() -> Uni.createFrom()
                .<R>emitter(caller -> {
                    waiting.add(new Waiting<>(item, caller));
                    startWork();
                })
                .emitOn(Contexts.current()));
    }

    /** How many items wait for their unit of work to begin. */
    public int waiting() {
        return waiting.size();
    }

    /** One thread at a time starts work; who comes meanwhile makes it look again. So work that ends at once never nests. */
    private void startWork() {
        int seen = wakeUps.incrementAndGet();
        if (seen > 1) {
            return;
        }
        while (seen != 0) {
            while (!waiting.isEmpty() && inFlight.get() < maxConcurrent) {
                inFlight.incrementAndGet();
                settle(takeGroup()).subscribe().with(settled -> freeSlot(), neverFails -> freeSlot());
            }
            seen = wakeUps.addAndGet(-seen);
        }
    }

    private void freeSlot() {
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
            group.add(next);
        }
        return group;
    }

    /** Does the work and answers all callers, whatever happens. */
    private Uni<Void> settle(List<Waiting<T, R>> group) {
        return done(group)
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
        if (group.size() > 1 && isFaultOfAnItem(failure)) {
            // The database refused the data of some item: nothing was done, and the others must not suffer.
            return Multi.createFrom()
                    .iterable(group)
                    .onItem()
                    .transformToUniAndConcatenate(one -> settle(List.of(one)))
                    .toUni();
        }
        group.forEach(one -> one.caller().fail(failure));
        return Uni.createFrom().voidItem();
    }

    private Uni<List<R>> done(List<Waiting<T, R>> group) {
        List<T> items = group.stream().map(Waiting::item).toList();
        return Contexts.onOneOfItsOwn(() -> work.apply(items))
                .invoke(results -> {
                    if (results.size() != items.size()) {
                        throw new IllegalStateException(
                                "results: " + results.size() + " (expected: " + items.size() + ", one an item)");
                    }
                })
                .onFailure(GroupCommit::wasRolledBack)
                .retry()
                .atMost(MAX_ROLLBACKS);
    }

    private static boolean isFaultOfAnItem(Throwable failure) {
        String state = TransientFailures.sqlState(failure);
        return FAULTS_OF_AN_ITEM.stream().anyMatch(state::startsWith);
    }

    /** A deadlock, or a conflict between transactions: the database undid this one for another's sake. */
    private static boolean wasRolledBack(Throwable failure) {
        return TransientFailures.sqlState(failure).startsWith("40");
    }
}
