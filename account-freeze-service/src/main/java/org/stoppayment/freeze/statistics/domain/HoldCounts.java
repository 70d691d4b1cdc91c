package org.stoppayment.freeze.statistics.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts and sums of stops, or of freezes. Sums are in fen.
 *
 * @param ordered number that were ordered
 * @param tookEffect of those, number that took effect
 * @param inEffect of those, number that are in effect now
 * @param frozen number of stops that a freeze took over
 * @param lapsed number whose term ended without a decision
 * @param lifted number that were lifted by order
 * @param liftedAsWrong of those, number whose funds had nothing to do with the case, or to which an objection was upheld
 * @param declined number that were declined
 * @param returned number of freezes of which all was paid back to victims
 * @param returnedFen what was paid back to victims out of freezes
 * @param heldFen what those in effect hold, as far as it is known
 * @param overheldFen of that, what is above the cases' money
 * @param overheldFenHours what was held above the cases' money multiplied by hours, of those that have ended as well
 * @param totalAge sum of the ages of those in effect
 * @param oldestBeganAt when the oldest of those in effect began
 */
public record HoldCounts(
        long ordered,
        long tookEffect,
        long inEffect,
        long frozen,
        long lapsed,
        long lifted,
        long liftedAsWrong,
        long declined,
        long returned,
        long returnedFen,
        long heldFen,
        long overheldFen,
        long overheldFenHours,
        Duration totalAge,
        Optional<Instant> oldestBeganAt) {

    /** No holds. */
    public static final HoldCounts NONE =
            new HoldCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO, Optional.empty());

    /** These and others together. */
    public HoldCounts plus(HoldCounts other) {
        return new HoldCounts(
                ordered + other.ordered,
                tookEffect + other.tookEffect,
                inEffect + other.inEffect,
                frozen + other.frozen,
                lapsed + other.lapsed,
                lifted + other.lifted,
                liftedAsWrong + other.liftedAsWrong,
                declined + other.declined,
                returned + other.returned,
                returnedFen + other.returnedFen,
                heldFen + other.heldFen,
                overheldFen + other.overheldFen,
                overheldFenHours + other.overheldFenHours,
                totalAge.plus(other.totalAge),
                Stream.of(oldestBeganAt, other.oldestBeganAt)
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo));
    }

    /** Mean age of those in effect; empty when there are none. */
    public Optional<Duration> meanAge() {
        return inEffect == 0 ? Optional.empty() : Optional.of(totalAge.dividedBy(inEffect));
    }
}
