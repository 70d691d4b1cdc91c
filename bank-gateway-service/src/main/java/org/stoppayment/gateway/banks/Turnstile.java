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
    private final Deque<Waiting> urgent = new ArrayDeque<>();
    private final Deque<Waiting> others = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private int through;

    private record Waiting(Runnable goOn, Runnable turnAway) {}

    /** A turnstile for {@code most} calls at once, and {@code mostWaiting} that wait. */
    Turnstile(int most, int mostWaiting) {
        this.most = most;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Makes a call when its turn comes; answers {@code full} when too many wait: at once, or when an urgent one takes the place
     * of the last of the others.
     */
    <T> Uni<T> pass(boolean isUrgent, Supplier<Uni<T>> call, T full) {
        return Uni.createFrom().emitter(emitter -> {
            Runnable turn = () -> Uni.createFrom()
                    .deferred(call::get)
                    .onTermination()
                    .invoke(this::leave)
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            queue(isUrgent, new Waiting(turn, () -> emitter.complete(full)))
                    .ifPresent(one -> one.turnAway().run());
            letThrough();
        });
    }

    /** How many wait. */
    synchronized int waiting() {
        return urgent.size() + others.size();
    }

    /** Queues who comes; answers who is turned away for want of a place. */
    private synchronized Optional<Waiting> queue(boolean isUrgent, Waiting comes) {
        boolean full = through + waiting() >= most + mostWaiting;
        if (full && (!isUrgent || others.isEmpty())) {
            return Optional.of(comes);
        }
        Optional<Waiting> gives = full ? Optional.of(others.removeLast()) : Optional.empty();
        (isUrgent ? urgent : others).addLast(comes);
        return gives;
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
            for (Optional<Waiting> turn = next(); turn.isPresent(); turn = next()) {
                turn.get().goOn().run();
            }
            seen = asked.addAndGet(-seen);
        } while (seen > 0);
    }

    private synchronized Optional<Waiting> next() {
        if (through == most) {
            return Optional.empty();
        }
        Optional<Waiting> turn =
                Optional.ofNullable(urgent.pollFirst()).or(() -> Optional.ofNullable(others.pollFirst()));
        if (turn.isPresent()) {
            through++;
        }
        return turn;
    }
}
