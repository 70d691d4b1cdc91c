package org.stoppayment.freeze.holds.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.stoppayment.freeze.holds.application.Freezes.Change;
import org.stoppayment.freeze.holds.application.Freezes.Changed;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.PaidRefunds;
import org.stoppayment.freeze.holds.domain.Refund;

/** Port: durable refunds out of freezes. */
public interface FreezeRefunds {

    /** What becomes of a freeze. */
    @FunctionalInterface
    interface Decision {

        /**
         * What is to be written.
         *
         * @param freeze as it stands; its row is locked
         * @param refunds all that are known of it
         * @param isReplaced true when the case has another live freeze of the account
         */
        Change on(Freeze freeze, PaidRefunds refunds, boolean isReplaced);
    }

    /**
     * What came of a refund.
     *
     * @param isFreezeKnown false when the case has no such freeze; then nothing was written
     * @param changed the freeze, unless the refund was known before
     */
    record Recorded(boolean isFreezeKnown, Optional<Changed> changed) {

        /** There is no such freeze. */
        public static final Recorded FREEZE_UNKNOWN = new Recorded(false, Optional.empty());

        /** It was known before. */
        public static final Recorded NOTHING_NEW = new Recorded(true, Optional.empty());
    }

    /** Makes a refund durable, once, and what becomes of its freeze with it. */
    Uni<Recorded> record(Refund refund, Decision decision);
}
