package org.stoppayment.recovery.ledger.domain;

import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The books of one account in one case.
 *
 * @param account with its latest description
 * @param positions sums of its entries
 */
public record AccountBooks(AccountRef account, Positions positions) {}
