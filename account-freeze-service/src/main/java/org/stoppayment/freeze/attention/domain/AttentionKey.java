package org.stoppayment.freeze.attention.domain;

import org.stoppayment.freeze.orders.domain.views.CaseAttention.Reason;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.ids.CaseId;

/**
 * Identifies an item.
 *
 * @param caseId whose money it is
 * @param account that it is or was on
 * @param reason why it needs attention
 */
public record AttentionKey(CaseId caseId, AccountRef.Key account, Reason reason) {

    /** Safe for messages: the account is masked. */
    @Override
    public String toString() {
        return caseId + " " + account + " " + reason;
    }
}
