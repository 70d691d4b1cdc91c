package org.stoppayment.freeze.rules.domain;

import java.util.List;
import org.stoppayment.kernel.LegalTerm;

/**
 * Rules of freezes and queries, by the 公安机关办理刑事案件程序规定 (2020). Each figure is explained in {@code rules/cn-criminal-procedure-2020.yaml}.
 *
 * @param id of the rule set
 * @param version of the rule set
 * @param ordinary term, and longest renewal
 * @param major term, and longest renewal, of a major or complex case
 * @param renewalWindow how long before the end a renewal may be ordered
 * @param ordinaryApproval lowest level that approves an ordinary term
 * @param majorApproval lowest level that approves the term of a major or complex case
 * @param unrelatedFunds within which funds are released that have nothing to do with the case
 * @param stopEnds within which the end of a stop makes a proposal
 * @param renewalProposals how long before its end a freeze is proposed for renewal, the longest first
 * @param overheldFactor a stop that holds more than so many times the case's money is proposed to be limited
 * @param waitingInquiry after which the institution is asked again about a freeze that waits in line
 * @param objectionDecision within which an objection is decided
 * @param deadlineWarning how long before the end of such a term, or of that for unrelated funds, people are warned
 * @param longestWatch how long a watch of an account may run
 */
public record HoldRules(
        String id,
        int version,
        LegalTerm ordinary,
        LegalTerm major,
        LegalTerm renewalWindow,
        ApprovalLevel ordinaryApproval,
        ApprovalLevel majorApproval,
        LegalTerm unrelatedFunds,
        LegalTerm stopEnds,
        List<LegalTerm> renewalProposals,
        int overheldFactor,
        LegalTerm waitingInquiry,
        LegalTerm objectionDecision,
        LegalTerm deadlineWarning,
        LegalTerm longestWatch) {

    public HoldRules {
        renewalProposals = List.copyOf(renewalProposals);
    }

    /** Id and version. */
    public String name() {
        return id + "/" + version;
    }

    /** The term of a freeze, and the longest of a renewal. */
    public LegalTerm term(boolean isMajor) {
        return isMajor ? major : ordinary;
    }

    /** The lowest level that approves such a term. */
    public ApprovalLevel approval(boolean isMajor) {
        return isMajor ? majorApproval : ordinaryApproval;
    }
}
