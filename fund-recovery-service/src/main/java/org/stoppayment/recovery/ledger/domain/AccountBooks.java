package org.stoppayment.recovery.ledger.domain;

import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The books of one account in one case.
 *
 * @param account with its latest description
 * @param positions sums of its entries
 */
public record AccountBooks(AccountRef account, Positions positions) {

    static AccountBooks opened(LedgerEntry entry) {
        return new AccountBooks(entry.movement().account(), Positions.NONE.after(entry.movement()));
    }

    AccountBooks after(LedgerEntry entry) {
        return new AccountBooks(account.describedBy(entry.movement().account()), positions.after(entry.movement()));
    }
}
