package org.stoppayment.freeze.books.domain;

import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;

/**
 * A movement of a case's money in the books of one account.
 *
 * @param account whose books they are
 * @param applicationId the order behind it
 * @param cause why
 * @param from position that the money leaves
 * @param to position that it enters
 * @param amount the sum, positive
 */
public record FundsMovement(
        AccountRef account,
        Optional<ApplicationId> applicationId,
        Cause cause,
        Position from,
        Position to,
        Money amount) {

    /** Where money of a case is. */
    public enum Position {
        /** Reported by the victim: the source of all others. */
        REPORTED,
        /** Nobody has located it yet. */
        UNKNOWN,
        /** Held under a stop of ours. */
        HELD,
        /** Was held until the stop, or the freeze, lapsed. */
        LAPSED,
        /** Was held until the stop, or the freeze, was lifted. */
        LIFTED,
        /** Between two accounts of the case: what leaves one enters the other. */
        ONWARD,
        /** Withdrawn in cash. */
        CASH,
        /** Spent at a merchant or put on a prepaid card. */
        MERCHANT,
        /** Back on an account of the victim's side. */
        RESTORED,
        /** Held by a freeze of the case. */
        FROZEN,
        /** Paid back to victims out of a freeze of the case. */
        RETURNED
    }

    /** Why money moved. */
    public enum Cause {
        /** A victim reported it. */
        REPORTED,
        /** A stop took effect. */
        STOP_IN_EFFECT,
        /** A stop lapsed. */
        STOP_LAPSED,
        /** A stop was lifted. */
        STOP_LIFTED,
        /** A transfer was corrected. */
        CORRECTED,
        /** An institution reported where money went. */
        TRACED,
        /** A freeze took effect, or holds another sum. */
        FREEZE_IN_EFFECT,
        /** A freeze was lifted, or holds less. */
        FREEZE_LIFTED,
        /** The term of a freeze ended without a renewal. */
        FREEZE_LAPSED,
        /** A refund was paid to a victim. */
        REFUNDED,
        /** A refund came back onto the account that it was paid from. */
        REFUND_CAME_BACK
    }
}
