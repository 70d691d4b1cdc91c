package org.stoppayment.freeze.tracing.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stoppayment.freeze.alerts.application.Alerts;
import org.stoppayment.freeze.books.domain.ClaimBooks;
import org.stoppayment.freeze.orders.domain.StopOrder;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.freeze.tracing.domain.MoneyTrail.Traced;
import org.stoppayment.freeze.tracing.domain.NotFollowed;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kit.outbox.OutboxEvent;

/**
 * One step of a case's trace, durable in one commit or not at all.
 *
 * @param caseId of the case
 * @param version of its trace, as it was read
 * @param at when
 * @param lookAgainAt when claims whose order turns out to wait are due again
 * @param claims that change or were due, and new ones
 * @param transfers whose taint has changed
 * @param orders to place; one whose account has a live stop of ours waits behind it
 * @param events for the books
 * @param alerts to raise, once each
 * @param duplicates transfers, of this case and of others, that another case turned out to have reported before
 * @param isContested true when what of the case's transfers is a loss may have turned out differently
 */
public record TraceStep(
        CaseId caseId,
        int version,
        Instant at,
        Instant lookAgainAt,
        List<ClaimChange> claims,
        List<Traced> transfers,
        List<StopOrder> orders,
        List<OutboxEvent> events,
        List<Alerts.NewAlert> alerts,
        List<PossibleDuplicate> duplicates,
        boolean isContested) {

    /**
     * A claim after the step.
     *
     * @param account claimed
     * @param revision as it was read; empty when the claim is new
     * @param level fewest transfers from a victim
     * @param books where its money is
     * @param notFollowed why there is no order
     * @param dueAt when it is due again even if nothing new becomes known
     */
    public record ClaimChange(
            AccountRef account,
            Optional<Integer> revision,
            int level,
            ClaimBooks books,
            NotFollowed notFollowed,
            Optional<Instant> dueAt) {

        /** True when the case's money had not reached the account before. */
        public boolean isNew() {
            return revision.isEmpty();
        }
    }
}
