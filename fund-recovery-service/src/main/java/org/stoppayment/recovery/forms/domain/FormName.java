package org.stoppayment.recovery.forms.domain;

import java.util.Optional;
import org.stoppayment.kernel.ids.CaseId;

/**
 * A form of a plan.
 *
 * @param kind what it is for
 * @param caseId the case of the victim, for an application
 * @param institutionCode the institution, for a notice to one
 */
public record FormName(FormKind kind, Optional<CaseId> caseId, Optional<String> institutionCode) {

    public FormName {
        if (caseId.isPresent() != (kind == FormKind.APPLICATION)
                || institutionCode.isPresent() != (kind == FormKind.BANK_NOTICE)) {
            throw new IllegalArgumentException("kind: " + kind
                    + " (expected: a case for an application, an institution for a notice to one, neither for others)");
        }
    }

    /** A form of which a plan has one. */
    public static FormName of(FormKind kind) {
        return new FormName(kind, Optional.empty(), Optional.empty());
    }

    /** The application of the victim of a case. */
    public static FormName application(CaseId caseId) {
        return new FormName(FormKind.APPLICATION, Optional.of(caseId), Optional.empty());
    }

    /** The notice to an institution. */
    public static FormName bankNotice(String institutionCode) {
        return new FormName(FormKind.BANK_NOTICE, Optional.empty(), Optional.of(institutionCode));
    }
}
