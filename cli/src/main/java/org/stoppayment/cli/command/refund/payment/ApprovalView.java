package org.stoppayment.cli.command.refund.payment;

import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.command.view.DecisionTable;
import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;

/** The approval of a plan in lines. Masking is up to the caller. */
public final class ApprovalView {

    private ApprovalView() {}

    /** Who asked and who decided, what was decided, and until when it counts; then what was decided before, the latest first. */
    public static List<String> lines(Console console, RefundApproval approval) {
        List<String> lines = new ArrayList<>(ofOne(console, approval));
        for (int i = approval.getEarlierCount() - 1; i >= 0; i--) {
            lines.add(console.text(PaymentText.DECIDED_BEFORE));
            lines.addAll(ofOne(console, approval.getEarlier(i)));
        }
        return lines;
    }

    private static List<String> ofOne(Console console, RefundApproval approval) {
        List<String> lines = new ArrayList<>();
        lines.add(console.text(
                PaymentText.APPROVAL, console.vocabulary().value(approval.getState()), approval.getPlanId()));
        lines.add(console.text(
                PaymentText.SUBMITTED,
                console.moment(approval.getSubmittedAt()),
                DecisionTable.officer(console, approval.getSubmittedBy())));
        if (approval.hasDecidedBy()) {
            lines.add(console.text(
                    PaymentText.DECIDED,
                    console.moment(approval.getDecidedAt()),
                    DecisionTable.officer(console, approval.getDecidedBy())));
        }
        if (approval.getState() == RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED) {
            lines.add(console.text(
                    PaymentText.GRANTED,
                    console.vocabulary().value(approval.getLevel()),
                    console.moment(approval.getExpiresAt())));
            lines.add(console.text(PaymentText.DOCUMENT, approval.getDocumentDigest()));
        }
        if (!approval.getReason().isEmpty()) {
            lines.add(console.text(
                    PaymentText.REJECTED_BECAUSE,
                    approval.getReason().replaceAll("\\s+", " ").strip()));
        }
        return lines;
    }

    /** Prints it. */
    static void print(Console console, RefundApproval approval) {
        lines(console, approval).forEach(line -> console.print(console.fitted(line)));
    }
}
