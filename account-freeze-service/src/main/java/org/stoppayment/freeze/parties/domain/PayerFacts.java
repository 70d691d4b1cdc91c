package org.stoppayment.freeze.parties.domain;

import java.util.Collection;
import java.util.Set;
import org.stoppayment.freeze.shared.domain.AccountRef;

/**
 * An account that a case names as a payer, and what decides whose it is.
 *
 * @param account the account; its institution is empty where nobody has named it
 * @param toldNames names that institutions gave it, if the case's money reached it
 * @param typedNames names that the case's reports gave it, as payer or as payee
 * @param isReportedPayee true when the case also reports that money went into it
 * @param isTracedBefore true when the case's money was traced to it before a report named it as a payer
 */
record PayerFacts(
        AccountRef.Key account,
        Set<String> toldNames,
        Set<String> typedNames,
        boolean isReportedPayee,
        boolean isTracedBefore) {

    /** The best names known: those of institutions, else those that were typed. */
    Collection<String> names() {
        return toldNames.isEmpty() ? typedNames : toldNames;
    }

    /** True when the case's money reached it by what was reported or traced. */
    boolean hasReceivedMoney() {
        return isReportedPayee || isTracedBefore;
    }
}
