package org.stoppayment.intake.domain.rules;

import org.stoppayment.intake.domain.CaseWithdrawal;

/** Checks the request to withdraw a case. */
public final class WithdrawalRules {

    private static final int MAX_REFERENCE = 100;

    private WithdrawalRules() {}

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations. */
    public static void requireValid(CaseWithdrawal withdrawal) {
        Findings findings = new Findings();
        findings.refuseAll(withdrawal.unreadable());
        IntakeRules.requestId(withdrawal.requestId(), findings);
        IntakeRules.uuid("caseId", withdrawal.caseId(), findings);
        OfficerRules.reason(withdrawal.reason(), findings);
        OfficerRules.length("reference", withdrawal.reference(), 1, MAX_REFERENCE, findings);
        OfficerRules.optionalOperator(withdrawal.operator(), findings);
        findings.warningsOrRefuse();
    }
}
