package org.stoppayment.freeze.parties.domain;

import java.util.Collection;
import java.util.Set;
import org.stoppayment.freeze.shared.domain.AccountRef;

/**
 * An account that a case names as a payer, and what decides whose it is.
 *
 * @param account the account; its institution is empty where nobody has named it
 * @param toldNames names that institutions gave it
 * @param typedNames names that the case's reports gave it, as payer or as payee
 * @param reportedPayee true when the case also reports that money went into it
 * @param tracedBefore true when the case's money was traced to it before a report named it as a payer
 * @param namedBefore true when a report that has arrived names it, not only one that arrives now
 */
public record NamedPayer(
        AccountRef.Key account,
        Set<String> toldNames,
        Set<String> typedNames,
        boolean reportedPayee,
        boolean tracedBefore,
        boolean namedBefore) {

    /** True when it is the account, or may be: one of both has no institution. */
    public boolean isAt(AccountRef.Key key) {
        return account.number().equals(key.number())
                && (account.institutionCode().equals(key.institutionCode())
                        || account.institutionCode().isEmpty()
                        || key.institutionCode().isEmpty());
    }

    /** The best names known: those of institutions, else those that were typed. */
    Collection<String> names() {
        return toldNames.isEmpty() ? typedNames : toldNames;
    }

    /** True when the case's money reached it by what was reported or traced. */
    boolean receivedMoney() {
        return reportedPayee || tracedBefore;
    }
}
