package org.stoppayment.freeze.attention.domain;

import java.time.Instant;
import java.util.Optional;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A case's money on an account that a person should look at.
 *
 * @param caseId whose money it is
 * @param account that it is or was on, as the claim names it
 * @param reason why
 * @param level fewest transfers from a victim
 * @param atRisk what nobody has located of the money; for {@link Reason#UNHELD} what was held once
 * @param since when the order came to its state
 * @param order that it is about; empty when the account has none
 */
public record AttentionItem(
        CaseId caseId,
        AccountRef account,
        Reason reason,
        int level,
        Money atRisk,
        Instant since,
        Optional<Order> order) {

    /**
     * The order that an item is about.
     *
     * @param applicationId of the order
     * @param phase where it stands
     * @param resultCode the last one, empty when there is none
     */
    public record Order(ApplicationId applicationId, Phase phase, String resultCode) {}

    /** What identifies it. */
    public AttentionKey key() {
        return new AttentionKey(caseId, account.key(), reason);
    }
}
