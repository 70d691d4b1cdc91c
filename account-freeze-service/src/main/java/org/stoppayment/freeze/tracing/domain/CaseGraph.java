package org.stoppayment.freeze.tracing.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.books.domain.ClaimFreeze;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.placement.CaseOrigin;
import org.stoppayment.freeze.parties.domain.VictimSide;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.shared.domain.OutflowKind;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Credit;
import org.stoppayment.freeze.tracing.domain.ReportedMoney.Reported;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What is known of a case at one moment: the claims about which something new is known, and all that is downstream of them.
 *
 * @param origin the case and its first report
 * @param side the accounts of its victim
 * @param withdrawnAt when the case was withdrawn; empty while it is not
 * @param version of its trace; a step is void if the trace has changed since
 * @param found number of accounts that tracing has found so far
 * @param nodes the accounts, in a fixed order
 * @param outflows of these accounts
 * @param inflows to these accounts from accounts that are not among them; their taint does not change
 * @param reported transfers to these accounts that count
 * @param reportedByOthers transfers into the same accounts that other cases report
 * @param credits bookings into these accounts
 */
public record CaseGraph(
        CaseOrigin origin,
        VictimSide side,
        Optional<Instant> withdrawnAt,
        int version,
        int found,
        List<Node> nodes,
        List<Flow> outflows,
        List<Flow> inflows,
        List<ReportedPayment> reported,
        List<OthersPayment> reportedByOthers,
        List<Credit> credits) {

    /**
     * An account.
     *
     * @param key of the account
     * @param claim of the case; empty when its money has not reached the account before
     * @param order the order that decides over the money: the one that is in effect, else the newest that ever was, else the
     *     live one, else the newest
     * @param ordered true when the case has made its order for the account
     * @param waiting true when that order waits behind another one
     * @param cleared the live order, of any case, that waits for a person because the account seemed to be a victim's, when by what
     *     its own case knows the account no longer does, or when this case has consent to a protective stop
     * @param live true when a live order of any case is on the account
     */
    public record Node(
            AccountRef.Key key,
            Optional<Claim> claim,
            Optional<Deciding> order,
            boolean ordered,
            boolean waiting,
            Optional<ApplicationId> cleared,
            boolean live) {

        /** True while the case claims the account by a protective stop, which has the victim's consent. */
        public boolean isProtective() {
            return claim.filter(one -> one.level() == 0 && one.endedAt().isEmpty())
                    .isPresent();
        }
    }

    /**
     * A claim as stored.
     *
     * @param account claimed
     * @param level fewest transfers from a victim
     * @param books where its money has been booked
     * @param notFollowed why there is no order
     * @param claimedAt when it was made
     * @param revision number of changes that concern it
     * @param due true when some of them have not been traced
     * @param endedAt when it ended by itself; empty when it has not
     * @param freeze what a freeze of the case holds or held; empty when there was none
     */
    public record Claim(
            AccountRef account,
            int level,
            ClaimBooks books,
            NotFollowed notFollowed,
            Instant claimedAt,
            int revision,
            boolean due,
            Optional<Instant> endedAt,
            Optional<ClaimFreeze> freeze) {

        /** True while a freeze of the case holds the account. */
        public boolean isFrozen() {
            return freeze.filter(ClaimFreeze::isInEffect).isPresent();
        }
    }

    /**
     * The order that decides over the money on an account.
     *
     * @param applicationId of the order
     * @param caseId the case that placed it
     * @param phase where it stands
     * @param stop on the account, if there is or was one
     * @param awaitsBookings true while an institution has time for bookings of the account that it announced
     */
    public record Deciding(
            ApplicationId applicationId, CaseId caseId, Phase phase, Optional<Stop> stop, boolean awaitsBookings) {

        /**
         * {@code books} of the case's claim as they should be while this order decides.
         *
         * @param claimEndedAt when the claim ended by itself: that wins, unless the stop had lapsed by then
         */
        public ClaimBooks applyTo(ClaimBooks books, Optional<Instant> claimEndedAt) {
            ClaimBooks applied = phase.applyTo(books, stop);
            return claimEndedAt.filter(at -> !hadLapsedAt(at)).isPresent() ? applied.released() : applied;
        }

        private boolean hadLapsedAt(Instant at) {
            return phase == Phase.LAPSED && stop.filter(one -> one.hasEnded(at)).isPresent();
        }
    }

    /**
     * A booking that took money from one account.
     *
     * @param payer the account that paid
     * @param serial at the payer's institution
     * @param ordinal which of the bookings under this serial, from 1
     * @param kind what for
     * @param amount the sum
     * @param bookedAt when
     * @param sequence order among bookings of the same moment
     * @param payee the account that was paid; empty for cash and merchants
     * @param replaced true when it was pending and its successor counts instead
     * @param taintedBefore what it carried as of the last step
     * @param levelBefore its level as of the last step, 0 when it carried nothing
     */
    public record Flow(
            AccountRef payer,
            String serial,
            int ordinal,
            OutflowKind kind,
            Money amount,
            Instant bookedAt,
            long sequence,
            Optional<AccountRef> payee,
            boolean replaced,
            Money taintedBefore,
            int levelBefore) {}

    /**
     * A reported transfer and its parties.
     *
     * @param payer the account that paid, as far as it is named
     * @param payee the account that was paid
     * @param transfer the transfer
     * @param isDuplicate true when it is known that an earlier report of another case seems to contain it
     */
    public record ReportedPayment(AccountRef.Key payer, AccountRef payee, Reported transfer, boolean isDuplicate) {}

    /**
     * A transfer that another case reports.
     *
     * @param caseId of that case
     * @param payer the account that paid, as far as it is named
     * @param transfer the transfer
     * @param isDuplicate true when it is known that an earlier report of another case seems to contain it
     */
    public record OthersPayment(CaseId caseId, AccountRef.Key payer, Reported transfer, boolean isDuplicate) {}

    /** The reported transfers that are losses: they left the victim's side for these accounts. */
    public List<ReportedPayment> losses() {
        return reported.stream()
                .filter(payment -> side.isLoss(payment.payer(), payment.payee().key()))
                .toList();
    }

    /** The orders that waited for a person and may go out; on accounts of this case's own victim only with consent. */
    public List<ApplicationId> clearedOrders() {
        return nodes.stream()
                .filter(node -> !side.isVictims(node.key()) || node.isProtective())
                .flatMap(node -> node.cleared().stream())
                .toList();
    }

    /** True when there is nothing new. */
    public boolean isSettled() {
        return nodes.stream().noneMatch(node -> node.claim().map(Claim::due).orElse(false));
    }
}
