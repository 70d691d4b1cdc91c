package org.stoppayment.gateway.banks;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets so many calls through at once; others wait for their turn, urgent ones ahead of the rest, each in the order in which
 * it came. The bulkhead of the fault tolerance library has one queue and no order of its own. Safe for many threads.
 */
final class Turnstile {

    private final int most;
    private final int mostWaiting;
    private final Deque<Runnable> urgent = new ArrayDeque<>();
    private final Deque<Runnable> others = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private int through;

    /** A turnstile for {@code most} calls at once, and {@code mostWaiting} that wait. */
    Turnstile(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /** Makes a call when its turn comes; answers {@code full} at once when too many wait. */
    <T> Uni<T> pass(boolean isUrgent, Supplier<Uni<T>> call, T full) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable turn = () -> Uni.createFrom()
                    .deferred(call::get)
                    .onTermination()
                    .invoke(this::leave)
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            if (queue(isUrgent ? urgent : others, turn)) {
                letThrough();
            } else {
                emitter.complete(full);
            }
        });
    }

    /** How many wait. */
    synchronized int waiting() {
        return urgent.size() + others.size();
    }

    private synchronized boolean queue(Deque<Runnable> queue, Runnable turn) {
        if (through + waiting() >= most + mostWaiting) {
            return false;
        }
        queue.addLast(turn);
        return true;
    }

    private void leave() {
        synchronized (this) {
            through--;
        }
        letThrough();
    }

    /** Starts whoever may go. A call that ends at once comes back here: it is seen to by the loop, not by a deeper one. */
    private void letThrough() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            for (Optional<Runnable> turn = next(); turn.isPresent(); turn = next()) {
                turn.get().run();
            }
            seen = asked.addAndGet(-seen);
        } while (seen > 0);
    }

    private synchronized Optional<Runnable> next() {
        if (through == most) {
            return Optional.empty();
        }
        Optional<Runnable> turn =
                Optional.ofNullable(urgent.pollFirst()).or(() -> Optional.ofNullable(others.pollFirst()));
        if (turn.isPresent()) {
            through++;
        }
        return turn;
    }
}
