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
 */
public record RefundRules(
        String id, int version, LegalTerm noticePeriod, boolean noticeEndsOnWorkingDay, LegalTerm objectionDecision) {

    /** Id and version. */
    public String name() {
        return id + "/" + version;
    }
}
