package org.stoppayment.recovery.ledger.domain;

import java.util.List;
import org.stoppayment.kernel.ids.CaseId;

/**
 * The books of a case: the sums of its entries, which do not depend on the order of arrival.
 *
 * @param caseId the case
 * @param accounts books of the accounts, in the order of their first movements
 */
public record CaseBooks(CaseId caseId, List<AccountBooks> accounts) {

    public CaseBooks {
        accounts = List.copyOf(accounts);
    }

    /** Positions of the case. */
    public Positions total() {
        return accounts.stream().map(AccountBooks::positions).reduce(Positions.NONE, Positions::plus);
    }
}
