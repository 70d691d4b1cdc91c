package org.stoppayment.freeze.orders.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.books.domain.FundsMovement;
import org.stoppayment.freeze.orders.domain.AcceptedReport.ReportedTransfer;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ApplicationId;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.EventId;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.TransferId;

/**
 * What a report leads to, all of it durable in one commit.
 *
 * @param eventId the report's event
 * @param origin the case, and what stands behind its orders
 * @param at when
 * @param orders to place; one whose account has a live stop of ours is not placed, its case joins that stop
 * @param claims the case's sums by account
 * @param transfers to remember
 * @param movements for the books
 * @param corrected the transfers that it puts right, as they were read
 */
public record Placement(
        EventId eventId,
        CaseOrigin origin,
        Instant at,
        List<StopOrder> orders,
        List<Claim> claims,
        List<ReportedTransfer> transfers,
        List<FundsMovement> movements,
        List<Remembered> corrected) {

    /** The case. */
    public CaseId caseId() {
        return origin.caseId();
    }

    /**
     * A case's claim on an account.
     *
     * @param account claimed
     * @param level fewest transfers from a victim
     * @param reportedFen what the report adds; less than nothing when it puts an earlier transfer right
     * @param applicationId the order that the report wants placed; empty when it wants none
     */
    public record Claim(AccountRef account, int level, long reportedFen, Optional<ApplicationId> applicationId) {}

    /**
     * A transfer that was remembered, as it was last put right.
     *
     * @param askedId of the transfer that was asked for
     * @param transferId of the transfer that it has become; the same when it was never put right
     * @param account that it went into
     * @param amount the sum, where known
     * @param version of the transfer; a change of it by somebody else makes a placement that puts it right void
     * @param order the newest order on that account, where there is one
     */
    public record Remembered(
            TransferId askedId,
            TransferId transferId,
            AccountRef account,
            Optional<Money> amount,
            int version,
            Optional<StopOrder> order) {}
}
