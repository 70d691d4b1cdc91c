package org.stoppayment.freeze.alerts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.AlertId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.TypedId;

/**
 * Something that a person should look at; told once an order, kind and occurrence.
 *
 * @param alertId of the alert
 * @param kind what it is about
 * @param caseId of the case
 * @param subject the id of the order, or of the message about it; the case's where it is about the whole case
 * @param occurrence 1, or more where the same may come again: which time it waits for a person, which term of its stop ends,
 *     the number of the contradictions that it reports
 * @param raisedAt when it was raised
 * @param detail why, without personal data
 * @param deliveredAt when the webhook took it
 */
public record Alert(
        AlertId alertId,
        Kind kind,
        CaseId caseId,
        TypedId<?> subject,
        int occurrence,
        Instant raisedAt,
        String detail,
        Optional<Instant> deliveredAt) {

    /** What an alert is about. */
    public enum Kind {
        /** An order's first failure, or the request of a message about a stop, is a while ago and it is still not settled. */
        ORDER_FAILING,
        /** An order waits for a person; told each time that it comes to that. */
        ORDER_MANUAL,
        /** A stop ends before long and no freeze has taken over: the first of three warnings. */
        LAPSE_FIRST_WARNING,
        /** The second. */
        LAPSE_SECOND_WARNING,
        /** The last. */
        LAPSE_LAST_WARNING,
        /**
         * An institution does not extend or lift a stop, takes back that it has, or its books say otherwise than it said on the
         * telephone.
         */
        FOLLOW_UP_DECLINED,
        /** Bookings that an institution told of contradict each other, cannot be read or are not all there: each such thing once. */
        BOOKING_UNCLEAR,
        /**
         * What an institution says of a stop, or of a message about it, is against what it said before, and is not taken: each
         * word once.
         */
        FEEDBACK_CONFLICT,
        /** The books of a case do not add up: its money is followed no further until the cause is found. */
        BOOKS_DO_NOT_ADD_UP,
        /** Another authority holds the account: a waiting freeze (轮候) is to be proposed. */
        HELD_BY_OTHER,
        /** The stop moment that an institution reports is long before the order: its term may be over here, and not there. */
        STOP_MOMENT_UNCLEAR
    }
}
