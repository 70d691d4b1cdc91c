package org.stoppayment.kit.admission;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A number of slots that callers share. A caller may have half of them. A slot that becomes free goes to the waiting caller that has
 * the fewest; among equals, to the one that has waited longest. Thread-safe.
 *
 * @param <C> a caller
 */
final class FairSlots<C> {

    private final int slots;
    private final int maxOfCaller;
    private final Map<C, Integer> held = new HashMap<>();
    private final Map<C, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private int free;

    FairSlots(int slots) {
        this.slots = slots;
        this.maxOfCaller = Math.max(1, slots / 2);
        this.free = slots;
    }

    /** Runs {@code granted} when the caller has a slot: at once, or by another caller's {@link #release}. */
    void acquire(C caller, Runnable granted) {
        synchronized (this) {
            waiting.computeIfAbsent(caller, first -> new ArrayDeque<>()).add(granted);
        }
        grant();
    }

    /** Gives a slot back. */
    void release(C caller) {
        synchronized (this) {
            held.computeIfPresent(caller, (same, number) -> number == 1 ? null : number - 1);
            free++;
        }
        grant();
    }

    /** Takes back a request for a slot; false when the slot had been granted. */
    synchronized boolean withdraw(C caller, Runnable granted) {
        Deque<Runnable> own = waiting.get(caller);
        boolean waited = own != null && own.remove(granted);
        if (own != null && own.isEmpty()) {
            waiting.remove(caller);
        }
        return waited;
    }

    /** Number of slots that nobody has. */
    synchronized int free() {
        return free;
    }

    private void grant() {
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
        }
    }

    private synchronized Optional<Runnable> next() {
        if (free == 0) {
            return Optional.empty();
        }
        Optional<C> caller = waiting.keySet().stream()
                .filter(one -> held(one) < maxOfCaller)
                .min(Comparator.comparingInt(this::held));
        return caller.map(one -> {
            Deque<Runnable> own = Objects.requireNonNull(waiting.get(one));
            Runnable granted = own.remove();
            waiting.remove(one);
            if (!own.isEmpty()) {
                waiting.put(one, own); // behind the others
            }
            held.merge(one, 1, Integer::sum);
            free--;
            return granted;
        });
    }

    private int held(C caller) {
        return held.getOrDefault(caller, 0);
    }

    @Override
    public synchronized String toString() {
        return "%d of %d slots free".formatted(free, slots);
    }
}
