package org.stoppayment.simulator.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The freezes of one account, the earliest first. An earlier one holds first; what it leaves goes to the next. Nothing is held twice.
 * Immutable, but for the freezes themselves.
 *
 * @param slices what is held for whom; a freeze whose sum was raised has more than one
 */
record FreezeQueue(List<Slice> slices) {

    /** No freezes. */
    static final FreezeQueue EMPTY = new FreezeQueue(List.of());

    FreezeQueue {
        slices = List.copyOf(slices);
    }

    /**
     * A part of a freeze with its own place in the queue.
     *
     * @param freeze the freeze
     * @param limitFen the sum to hold, in fen; empty for all that is left
     */
    record Slice(Freeze freeze, Optional<Long> limitFen) {

        boolean isFull() {
            return limitFen.isEmpty();
        }
    }

    /** What a freeze finds before it in the queue. */
    enum Ahead {
        /** No live freeze. */
        NOTHING,
        /** Limited freezes only. */
        LIMITED,
        /** A full freeze. */
        FULL
    }

    /**
     * What a live freeze holds.
     *
     * @param heldFen the sum, in fen
     * @param isCovered whether it is all that was ordered
     * @param ahead what is before it
     */
    record Share(long heldFen, boolean isCovered, Ahead ahead) {

        /** True when it holds nothing because of earlier freezes (轮候). */
        boolean isWaiting() {
            return heldFen == 0 && !isCovered && ahead != Ahead.NOTHING;
        }

        private Share and(Share later) {
            return new Share(Math.addExact(heldFen, later.heldFen), isCovered && later.isCovered, ahead);
        }
    }

    /** This queue with a freeze at its end. */
    FreezeQueue with(Freeze freeze, Optional<Long> limitFen) {
        List<Slice> longer = new ArrayList<>(slices);
        longer.add(new Slice(freeze, limitFen));
        return new FreezeQueue(longer);
    }

    /** This queue with another limit of a freeze. What is added stands at the end; what is taken away comes from there. */
    FreezeQueue changed(Freeze freeze, long limitFen) {
        List<Slice> changed = new ArrayList<>();
        long left = limitFen;
        for (Slice slice : slices) {
            if (slice.freeze() != freeze) {
                changed.add(slice);
            } else if (left > 0) {
                long kept = Math.min(left, slice.limitFen().orElse(left));
                changed.add(new Slice(freeze, Optional.of(kept)));
                left -= kept;
            }
        }
        if (left > 0) {
            changed.add(new Slice(freeze, Optional.of(left)));
        }
        return new FreezeQueue(changed);
    }

    /**
     * This queue after a sum that a freeze holds of {@code balanceFen} was paid out: of each part what it holds, the earliest first. What
     * the others hold stays.
     */
    FreezeQueue paid(Freeze freeze, long amountFen, long balanceFen, Instant now) {
        List<Slice> less = new ArrayList<>();
        long left = balanceFen;
        long unpaid = amountFen;
        for (Slice slice : slices) {
            boolean isLive = slice.freeze().isLive(now);
            long heldFen = isLive ? Math.min(left, slice.limitFen().orElse(left)) : 0;
            left -= heldFen;
            long paidFen = slice.freeze() == freeze ? Math.min(unpaid, heldFen) : 0;
            unpaid -= paidFen;
            less.add(new Slice(slice.freeze(), slice.limitFen().map(limit -> limit - paidFen)));
        }
        return new FreezeQueue(less);
    }

    /** This queue after a sum that had been paid out of a freeze came back. */
    FreezeQueue restored(Freeze freeze, long amountFen) {
        List<Slice> more = new ArrayList<>();
        long left = amountFen;
        for (Slice slice : slices) {
            long addedFen = slice.freeze() == freeze ? left : 0;
            left -= addedFen;
            more.add(new Slice(slice.freeze(), slice.limitFen().map(limit -> Math.addExact(limit, addedFen))));
        }
        return new FreezeQueue(more);
    }

    /** The freeze that this order made; empty when it made none. */
    Optional<Freeze> find(String applicationId) {
        return slices.stream()
                .map(Slice::freeze)
                .filter(freeze -> freeze.applicationId().equals(applicationId))
                .findFirst();
    }

    /** What each live freeze holds of {@code balanceFen}, in the order of the queue. */
    Map<Freeze, Share> shares(long balanceFen, Instant now) {
        Map<Freeze, Share> shares = new LinkedHashMap<>();
        long left = balanceFen;
        boolean behindFull = false;
        for (Slice slice : slices) {
            if (!slice.freeze().isLive(now)) {
                continue;
            }
            long heldFen = Math.min(left, slice.limitFen().orElse(left));
            left -= heldFen;
            Ahead ahead = behindFull ? Ahead.FULL : shares.isEmpty() ? Ahead.NOTHING : Ahead.LIMITED;
            boolean isCovered = slice.isFull()
                    ? ahead == Ahead.NOTHING
                    : heldFen == slice.limitFen().orElse(0L);
            shares.merge(slice.freeze(), new Share(heldFen, isCovered, ahead), Share::and);
            behindFull |= slice.isFull();
        }
        return shares;
    }

    /** What a freeze holds of {@code balanceFen}; empty when it is not live. */
    Optional<Share> share(Freeze freeze, long balanceFen, Instant now) {
        return Optional.ofNullable(shares(balanceFen, now).get(freeze));
    }

    /** The sum that all live freezes hold of {@code balanceFen}. */
    long heldFen(long balanceFen, Instant now) {
        return shares(balanceFen, now).values().stream()
                .mapToLong(Share::heldFen)
                .sum();
    }

    /** True when a live freeze holds the whole account. */
    boolean isFull(Instant now) {
        return slices.stream()
                .anyMatch(slice -> slice.isFull() && slice.freeze().isLive(now));
    }

    /** True when this freeze holds the whole account. */
    boolean isFull(Freeze freeze) {
        return slices.stream().anyMatch(slice -> slice.isFull() && slice.freeze() == freeze);
    }

    /** True when there is a live freeze. */
    boolean isLive(Instant now) {
        return slices.stream().anyMatch(slice -> slice.freeze().isLive(now));
    }
}
