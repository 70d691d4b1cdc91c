package org.stoppayment.freeze.books.domain;

import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a freeze (冻结) of a case holds, or held, on the account of one of the case's claims.
 *
 * @param sum that it holds, or held last
 * @param end how it ended; empty while it is in effect
 */
public record ClaimFreeze(Money sum, Optional<End> end) {

    /** How a freeze ended. */
    public enum End {
        /** Lifted by order. */
        LIFTED,
        /** Its term ended without a renewal. */
        LAPSED
    }

    /** True while it holds money. */
    public boolean isInEffect() {
        return end.isEmpty();
    }

    /**
     * The books of the claim, which are {@code underStop} by what became of the stop. No money is counted twice: what the freeze holds was
     * held under the stop before, so a stop counts only for what it holds or held beyond the freeze. What a stop holds now counts for more
     * than what the freeze held once. A freeze holds no more of the case's money than is on the account.
     */
    public ClaimBooks applyTo(ClaimBooks underStop) {
        Money known = sum.min(underStop.remaining());
        Money frozen = isInEffect() ? known : Money.ZERO;
        Money held = beyond(frozen, underStop.held());
        Money covered = max(frozen, underStop.held());
        Money ended = beyond(covered, known);
        Money before = max(covered, known);
        Money lapsed = beyond(before, underStop.lapsed());
        Money lifted = beyond(beyond(underStop.lapsed(), before), underStop.lifted());
        return underStop.holding(
                held,
                frozen,
                end.equals(Optional.of(End.LAPSED)) ? lapsed.plus(ended) : lapsed,
                end.equals(Optional.of(End.LIFTED)) ? lifted.plus(ended) : lifted);
    }

    /** The part of {@code sum} that exceeds {@code counted}. */
    private static Money beyond(Money counted, Money sum) {
        return sum.minus(sum.min(counted));
    }

    private static Money max(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
