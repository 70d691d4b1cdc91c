package org.stoppayment.intake.domain.rules;

import org.stoppayment.intake.domain.Operator;

/** The rules for what officers say about a case: its withdrawal, filing and closing. */
final class OfficerRules {

    private static final int MAX_REASON = 200;
    private static final int MAX_ORGANISATION = 100;
    private static final int MAX_BADGE = 50;

    private OfficerRules() {}

    /** Checks an officer who may be left out. */
    static void optionalOperator(Operator operator, Findings findings) {
        operator(operator, 0, findings);
    }

    /** Checks an officer who must be named. */
    static void requiredOperator(Operator operator, Findings findings) {
        operator(operator, 1, findings);
    }

    private static void operator(Operator operator, int min, Findings findings) {
        length("operator.organisation", operator.organisation(), min, MAX_ORGANISATION, findings);
        length("operator.badgeNumber", operator.badgeNumber(), min, MAX_BADGE, findings);
    }

    static void reason(String reason, Findings findings) {
        length("reason", reason, 1, MAX_REASON, findings);
    }

    static void length(String field, String value, int min, int max, Findings findings) {
        boolean isMissing = min > 0 && value.isBlank();
        if (isMissing || value.length() > max) {
            findings.refuse(
                    field,
                    "LENGTH",
                    "value: " + (isMissing ? 0 : value.length()) + " characters (expected: " + min + ".." + max + ")");
        }
    }
}
