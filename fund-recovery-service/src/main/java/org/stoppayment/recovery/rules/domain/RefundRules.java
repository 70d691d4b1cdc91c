package org.stoppayment.recovery.rules.domain;

import org.stoppayment.kernel.LegalTerm;

/**
 * The figures of the return of money; where each comes from is in {@code rules/cn-refund-2016-41.yaml}.
 *
 * @param id of the rule set
 * @param version of the rule set
 * @param noticePeriod how long a public notice runs
 * @param noticeEndsOnWorkingDay true when a notice whose last day is no working day runs on to the next one
 * @param objectionDecision within it an objection to a plan is decided
 * @param approvalLevel lowest level at which the return of money is approved
 * @param approvalValidity within it an approved plan is paid
 * @param paymentWorkingDays within so many working days an institution pays
 */
public record RefundRules(
        String id,
        int version,
        LegalTerm noticePeriod,
        boolean noticeEndsOnWorkingDay,
        LegalTerm objectionDecision,
        ApprovalLevel approvalLevel,
        LegalTerm approvalValidity,
        int paymentWorkingDays) {

    /** Id and version. */
    public String name() {
        return id + "/" + version;
    }
}
