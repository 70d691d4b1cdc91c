package org.stoppayment.freeze.orders.domain.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.placement.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.EventId;
import org.stoppayment.kernel.ids.TransferId;

/**
 * All that a report leads to, durable in one commit.
 *
 * @param eventId the report's event
 * @param origin the case and its first report
 * @param at when
 * @param orders to place; one whose account has a live stop of ours is not placed, its case joins that stop
 * @param claims the case's sums by account
 * @param transfers to store, those that name no payee included
 * @param movements for the books
 * @param corrected the transfers that it corrects, as they were read
 * @param changedPayers accounts that become or cease to be payers, or of which it changes whose they are
 * @param victimName name of the victim, empty when not known
 */
public record Placement(
        EventId eventId,
        CaseOrigin origin,
        Instant at,
        List<StopOrder> orders,
        List<Claim> claims,
        List<ReportedTransfer> transfers,
        List<FundsMovement> movements,
        List<StoredTransfer> corrected,
        List<ChangedPayer> changedPayers,
        String victimName) {

    /** The case. */
    public CaseId caseId() {
        return origin.caseId();
    }

    /**
     * A case's claim on an account.
     *
     * @param account claimed
     * @param level fewest transfers from a victim
     * @param reportedFen what the report adds; negative when it corrects an earlier transfer
     * @param applicationId the order to place; empty for none
     */
    public record Claim(AccountRef account, int level, long reportedFen, Optional<ApplicationId> applicationId) {}

    /**
     * An account that becomes or ceases to be a payer of the case, or of which it changes whose it is.
     *
     * @param account the account
     * @param isVictims true when it is the victim's now
     */
    public record ChangedPayer(AccountRef.Key account, boolean isVictims) {}

    /**
     * A transfer of an earlier report, as last corrected.
     *
     * @param askedId of the requested transfer
     * @param transferId of its newest correction; the same when it was never corrected
     * @param payer the account that paid; its parts may be empty
     * @param account that it went into
     * @param amount the sum, where known
     * @param version of the transfer; a placement that corrects it is void once it has changed
     * @param order the newest order on that account, where there is one
     */
    public record StoredTransfer(
            TransferId askedId,
            TransferId transferId,
            AccountRef.Key payer,
            AccountRef account,
            Optional<Money> amount,
            int version,
            Optional<StopOrder> order) {}
}
