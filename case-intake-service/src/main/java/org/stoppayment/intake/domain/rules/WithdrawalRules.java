package org.stoppayment.intake.domain.rules;

import org.stoppayment.intake.domain.CaseWithdrawal;

/** Checks the request to withdraw a case. */
public final class WithdrawalRules {

    private static final int MAX_REASON = 200;
    private static final int MAX_REFERENCE = 100;
    private static final int MAX_ORGANISATION = 100;
    private static final int MAX_BADGE = 50;

    private WithdrawalRules() {}

    /** Throws {@link org.stoppayment.kernel.ServiceException.InvalidInput} with all violations. */
    public static void requireValid(CaseWithdrawal withdrawal) {
        Findings findings = new Findings();
        findings.refuseAll(withdrawal.unreadable());
        IntakeRules.requestId(withdrawal.requestId(), findings);
        IntakeRules.uuid("caseId", withdrawal.caseId(), findings);
        length("reason", withdrawal.reason(), 1, MAX_REASON, findings);
        length("reference", withdrawal.reference(), 1, MAX_REFERENCE, findings);
        length("operator.organisation", withdrawal.operator().organisation(), 0, MAX_ORGANISATION, findings);
        length("operator.badgeNumber", withdrawal.operator().badgeNumber(), 0, MAX_BADGE, findings);
        findings.warningsOrRefuse();
    }

    private static void length(String field, String value, int min, int max, Findings findings) {
        boolean isMissing = min > 0 && value.isBlank();
        if (isMissing || value.length() > max) {
            findings.refuse(
                    field,
                    "LENGTH",
                    "value: " + (isMissing ? 0 : value.length()) + " characters (expected: " + min + ".." + max + ")");
        }
    }
}
