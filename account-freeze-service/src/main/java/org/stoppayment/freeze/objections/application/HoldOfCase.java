package org.stoppayment.freeze.objections.application;

import java.util.Optional;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling;
import org.stoppayment.freeze.amendments.application.freezes.FreezeCeiling.StopInEffect;
import org.stoppayment.freeze.books.domain.ClaimEnd;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.objections.domain.ObjectionOutcome;
import org.stoppayment.kernel.Money;

/**
 * What holds an account for a case now.
 *
 * @param freeze of the case that is live; empty when there is none
 * @param ceiling the case's claim on the account; empty when it has none
 */
record HoldOfCase(Optional<Freeze> freeze, Optional<FreezeCeiling> ceiling) {

    /** The stop in effect, as long as it stands for the case: until its claim ends, or until the stop ends if that was its last claim. */
    Optional<StopInEffect> stop() {
        return ceiling.filter(claim ->
                        claim.end().map(end -> isBeingLifted(claim, end)).orElse(true))
                .flatMap(FreezeCeiling::stop);
    }

    private static boolean isBeingLifted(FreezeCeiling claim, ClaimEnd end) {
        return end.cause() == ClaimEnd.Cause.LIFTED && claim.otherActiveClaims() == 0;
    }

    /** True when a freeze or a stop holds the account for the case, or may do so soon. */
    boolean isHeld() {
        return freeze.isPresent() || stop().isPresent();
    }

    /** What the case may hold on the account. */
    Money highest() {
        return ceiling.map(FreezeCeiling::highest).orElse(Money.ZERO);
    }

    /** True when something is left to release for {@code outcome}, or nobody knows yet whether that is so. */
    boolean needs(ObjectionOutcome outcome) {
        return switch (outcome) {
            case UPHELD -> isHeld();
            case LIMITED -> freeze.map(this::holdsTooMuch).orElseGet(() -> stop().isPresent());
            case REJECTED, WITHDRAWN -> false;
        };
    }

    /** True while a freeze does not hold money yet: nobody knows whether it does, or it waits in line while a stop holds the account. */
    static boolean isAwaited(Freeze freeze) {
        return freeze.state().isUndecided() || freeze.state() == FreezeState.WAITING;
    }

    private boolean holdsTooMuch(Freeze limited) {
        return isAwaited(limited) && (limited.state().isUndecided() || stop().isPresent())
                || limited.application()
                        .amount()
                        .map(amount -> amount.compareTo(highest()) > 0)
                        .orElse(true);
    }
}
