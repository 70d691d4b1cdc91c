package org.stoppayment.cli.command.refund.explain;

import org.stoppayment.cli.output.Console;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.FlowSource;
import org.stoppayment.proto.recovery.v1.OwnerKind;
import org.stoppayment.proto.recovery.v1.Share;

/** Where money came from and went to: accounts, victims, or what stands for them. */
public final class FlowEnds {

    private FlowEnds() {}

    /** The account that money left; else the victim who reported it, or that it comes from elsewhere. */
    public static String payer(Console console, Owners owners, Flow flow) {
        if (flow.hasPayer()) {
            return flow.getPayer().getNumber();
        }
        return switch (flow.getSource()) {
            case FLOW_SOURCE_OPENING, FLOW_SOURCE_UNTOLD_IN ->
                console.vocabulary().value(flow.getSource());
            case FLOW_SOURCE_REPORTED ->
                flow.getSharesList().stream()
                        .filter(share -> share.getOwner() == OwnerKind.OWNER_KIND_VICTIM)
                        .map(Share::getCaseId)
                        .findFirst()
                        .map(caseId -> console.text(ExplainText.FROM_VICTIM, owners.victim(caseId)))
                        .orElseGet(() -> console.text(ExplainText.OUTSIDE));
            default -> console.text(ExplainText.OUTSIDE);
        };
    }

    /** The account that money entered; else that it went elsewhere, or that nobody told where. */
    public static String payee(Console console, Flow flow) {
        if (flow.hasPayee()) {
            return flow.getPayee().getNumber();
        }
        return flow.getSource() == FlowSource.FLOW_SOURCE_UNTOLD_OUT
                ? console.vocabulary().value(flow.getSource())
                : console.text(ExplainText.OUTSIDE);
    }
}
