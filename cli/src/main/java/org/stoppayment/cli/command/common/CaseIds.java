package org.stoppayment.cli.command.common;

/** Compares ids of cases as people type them. */
public final class CaseIds {

    private CaseIds() {}

    /** True when both are the same UUID; upper and lower case are the same. */
    public static boolean isSame(String caseId, String other) {
        return caseId.equalsIgnoreCase(other);
    }
}
