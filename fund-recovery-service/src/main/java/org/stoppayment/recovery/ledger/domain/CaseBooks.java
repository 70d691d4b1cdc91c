package org.stoppayment.recovery.ledger.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.recovery.shared.domain.AccountRef;

/**
 * The books of a case: the sums of its entries, which do not depend on the order of arrival.
 *
 * @param caseId the case
 * @param total positions of the case
 * @param accounts books of the accounts, in the order of their first entries
 * @param entries all entries, oldest first
 */
public record CaseBooks(CaseId caseId, Positions total, List<AccountBooks> accounts, List<LedgerEntry> entries) {

    /** The books that {@code entries} add up to. */
    public static CaseBooks of(CaseId caseId, List<LedgerEntry> entries) {
        Map<AccountRef.Key, AccountBooks> accounts = new LinkedHashMap<>();
        for (LedgerEntry entry : entries) {
            accounts.compute(
                    entry.movement().account().key(),
                    (account, books) -> books == null ? AccountBooks.opened(entry) : books.after(entry));
        }
        Positions total =
                accounts.values().stream().map(AccountBooks::positions).reduce(Positions.NONE, Positions::plus);
        return new CaseBooks(caseId, total, List.copyOf(accounts.values()), List.copyOf(entries));
    }
}
