package org.stoppayment.freeze.alerts.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.kernel.ids.AlertId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.TypedId;

/**
 * Something that a person should look at; raised once per case, subject, kind and occurrence.
 *
 * @param alertId of the alert
 * @param kind what it is about
 * @param caseId of the case
 * @param subject the id of the order, its amendment or an objection; the case's id if it is about the whole case
 * @param occurrence 1, or more where the same can come again: how often the order has come to wait for a person, which term of its
 *     stop ends, the number of the finding that it reports
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
        /** An order is still not settled some time after its first failure, or an amendment some time after its request. */
        ORDER_FAILING,
        /** An order waits for a person; raised each time that it comes to that. */
        ORDER_MANUAL,
        /** A stop ends soon and no freeze has taken over: the first of three warnings. */
        LAPSE_FIRST_WARNING,
        /** The second. */
        LAPSE_SECOND_WARNING,
        /** The last. */
        LAPSE_LAST_WARNING,
        /**
         * An institution declines to extend or lift a stop, withdraws its confirmation, or its books contradict what it said by telephone.
         */
        FOLLOW_UP_DECLINED,
        /**
         * Reported bookings contradict each other, cannot be read or are incomplete, or the moment or the balance of a stop cannot be
         * read; raised once for each finding.
         */
        BOOKING_UNCLEAR,
        /**
         * An institution contradicts what it said before of a stop or an amendment; what it said first counts. Raised once for each
         * contradiction.
         */
        FEEDBACK_CONFLICT,
        /** The books of a case do not add up: its money is not traced further until the cause is found. */
        BOOKS_DO_NOT_ADD_UP,
        /** Another authority holds the account: a waiting freeze (轮候) should be proposed. */
        HELD_BY_OTHER,
        /** The reported stop moment is long before the order: the institution may end the stop at another time than is booked here. */
        STOP_MOMENT_UNCLEAR,
        /** The money of a claim was held and is held no longer, and its case did not end the claim: a person decides on another stop. */
        CLAIM_UNHELD,
        /** An order is on an account that a later report shows to be the victim's own: a person lifts the stop. */
        OWN_ACCOUNT_STOPPED,
        /** The money of a case reached an account that seems to be another victim's: a person decides whether it is stopped. */
        VICTIM_ACCOUNT,
        /** A transfer seems to be reported by another case as well: a person has the cases joined. */
        POSSIBLE_DUPLICATE_REPORT,
        /** The institution or a rule here declined the order: nobody holds its money. */
        ORDER_DECLINED,
        /** An order waits for nothing any more, and nobody has located more of a case's money than the rules allow. */
        MONEY_UNKNOWN,
        /** A stop holds none of the case's money, because it was given back to the victim: a person decides whether to lift it. */
        NOTHING_HELD,
        /** A freeze waits for a person. */
        FREEZE_MANUAL,
        /** An institution declined a freeze; the stop is as it was. */
        FREEZE_DECLINED,
        /** A freeze ends soon; raised as often in each term as the rules say. */
        FREEZE_ENDING,
        /** The term of a freeze ended and nobody decided about it. */
        FREEZE_LAPSED,
        /** An objection must be decided soon. */
        OBJECTION_DUE,
        /** The time to decide an objection is over. */
        OBJECTION_OVERDUE,
        /** What a decided objection releases was declined. */
        OBJECTION_RELEASE_FAILED,
        /** Funds that have nothing to do with the case are still frozen at, or soon before, the end of the time to lift the freeze. */
        UNRELATED_FUNDS_HELD,
        /** The owner of such funds was not told in time. */
        OWNER_NOT_NOTIFIED,
        /** A case is withdrawn and has a freeze: a person has it lifted. */
        FREEZE_OF_WITHDRAWN_CASE
    }
}
