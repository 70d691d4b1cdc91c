package org.stoppayment.freeze.books.domain;

import java.util.Optional;
import org.stoppayment.kernel.Money;

/**
 * What a freeze (冻结) of a case holds, or held, on the account of one of the case's claims.
 *
 * @param sum that it holds, or held last, without what was paid back to victims
 * @param returned what was paid back to victims out of all freezes of the case on the account
 * @param end how it ended; empty while it is in effect
 */
public record ClaimFreeze(Money sum, Money returned, Optional<End> end) {

    /** How a freeze ended. */
    public enum End {
        /** Lifted by order. */
        LIFTED,
        /** Its term ended without a renewal. */
        LAPSED,
        /** All of it was paid back to victims. */
        RETURNED
    }

    /** True while it holds money. */
    public boolean isInEffect() {
        return end.isEmpty();
    }

    /**
     * The books of the claim, which are {@code underStop} by what became of the stop. No money is counted twice: what the freeze holds was
     * held under the stop before, so a stop counts only for what it holds or held beyond the freeze. What a stop holds now counts for more
     * than what the freeze held once. What was paid back was held by the freeze before. A freeze holds no more of the case's money than is on
     * the account, and no more was paid back than is missing there.
     */
    public ClaimBooks applyTo(ClaimBooks underStop) {
        Money rest = end.equals(Optional.of(End.RETURNED)) ? Money.ZERO : sum.min(underStop.remaining());
        Money paid = returned.min(underStop.remaining().minus(rest));
        Money known = rest.plus(paid);
        Money frozen = isInEffect() ? rest : Money.ZERO;
        Money counted = frozen.plus(paid);
        Money held = beyond(counted, underStop.held());
        Money covered = max(counted, underStop.held());
        Money ended = beyond(covered, known);
        Money before = max(covered, known);
        Money lapsed = beyond(before, underStop.lapsed());
        Money lifted = beyond(beyond(underStop.lapsed(), before), underStop.lifted());
        return underStop.holding(
                held,
                frozen,
                end.equals(Optional.of(End.LAPSED)) ? lapsed.plus(ended) : lapsed,
                end.equals(Optional.of(End.LIFTED)) ? lifted.plus(ended) : lifted,
                paid);
    }

    /** The part of {@code sum} that exceeds {@code counted}. */
    private static Money beyond(Money counted, Money sum) {
        return sum.minus(sum.min(counted));
    }

    private static Money max(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
