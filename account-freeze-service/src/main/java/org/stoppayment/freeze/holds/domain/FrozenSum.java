package org.stoppayment.freeze.holds.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.FreezeReport;
import org.stoppayment.kernel.Money;

/**
 * What a freeze holds, by its institution's word and by the refunds that were paid out of it.
 *
 * <p>A sum that the institution tells already lacks what was paid before. So the freeze holds what was told last, less the refunds that were
 * paid since, whichever of the two is heard of first. While something is paid back, what the institution tells about the freeze may lower
 * the sum and does not raise it: institutions repeat their first answers. A higher sum follows from a change that was ordered.
 *
 * @param sum that it holds now; empty before it takes effect, and while it is unknown
 * @param place among the waiting freezes of the account, 1 for the next; empty when it does not wait
 * @param beganAt when it took effect; the moment of receipt while that is not told; empty before
 * @param told what its institution told last; empty while it has told no sum
 * @param returned what was paid back to victims out of it
 */
public record FrozenSum(
        Optional<Money> sum, Optional<Integer> place, Optional<Instant> beganAt, Optional<Told> told, Money returned) {

    /** Nothing is held. */
    public static final FrozenSum NONE =
            new FrozenSum(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Money.ZERO);

    /**
     * A sum that an institution told.
     *
     * @param sum that the freeze held then
     * @param at when it was received
     */
    public record Told(Money sum, Instant at) {}

    /** It takes effect, or more is told of it. {@code implied} is the sum that the result code itself tells. */
    FrozenSum held(FreezeReport report, Optional<Money> implied, Instant receivedAt) {
        FrozenSum begun = new FrozenSum(
                sum, Optional.empty(), beganAt.or(report::frozenAt).or(() -> Optional.of(receivedAt)), told, returned);
        return report.frozen()
                .or(() -> implied)
                .map(now -> begun.told(now, receivedAt))
                .orElse(begun);
    }

    /** It is in effect: what was unknown of it may be told; what is known stays, for institutions repeat their first answer. */
    FrozenSum completed(FreezeReport report, Instant receivedAt) {
        return report.frozen()
                .filter(now -> sum.isEmpty())
                .map(now -> told(now, receivedAt))
                .orElse(this);
    }

    /** It holds another sum than before, as was ordered; empty while its institution has not told which. */
    FrozenSum changed(FreezeReport report, Optional<Money> implied, Instant receivedAt) {
        return new FrozenSum(Optional.empty(), Optional.empty(), beganAt, Optional.empty(), returned)
                .held(report, implied, receivedAt);
    }

    /** These are all refunds that are known to have been paid out of it. */
    FrozenSum with(PaidRefunds refunds) {
        return new FrozenSum(
                told.map(last -> refunds.leaveOf(last.sum(), last.at())).or(() -> sum),
                place,
                beganAt,
                told,
                refunds.paid());
    }

    /** It waits in line. */
    FrozenSum waiting(FreezeReport report) {
        return new FrozenSum(Optional.empty(), report.waitingPlace(), Optional.empty(), Optional.empty(), returned);
    }

    private FrozenSum told(Money now, Instant at) {
        boolean isRepeated = told.filter(last -> last.sum().equals(now)).isPresent();
        boolean isFromBeforeRefunds = !returned.isZero()
                && sum.filter(held -> now.compareTo(held) > 0).isPresent();
        return isRepeated || isFromBeforeRefunds
                ? this
                : new FrozenSum(Optional.of(now), Optional.empty(), beganAt, Optional.of(new Told(now, at)), returned);
    }
}
