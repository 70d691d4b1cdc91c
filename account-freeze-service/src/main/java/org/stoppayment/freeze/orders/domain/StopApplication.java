package org.stoppayment.freeze.orders.domain;

import java.util.Optional;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.CaseId;

/**
 * What a case applies for with an order, and under which rules.
 *
 * @param caseId the case that placed it
 * @param account to be stopped
 * @param level fewest transfers from a victim; 0 for a protective stop
 * @param tainted sum of the placing case's transfers into the account
 * @param original the order that this one corrects
 * @param ruleSet name of the rule set that it was made under
 */
public record StopApplication(
        CaseId caseId, AccountRef account, int level, Money tainted, Optional<ApplicationId> original, String ruleSet) {

    /** The same at another institution. */
    StopApplication at(String institutionCode) {
        return new StopApplication(caseId, account.at(institutionCode), level, tainted, original, ruleSet);
    }
}
