package org.stoppayment.cli.command.victim.status;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stoppayment.cli.command.common.OutputOption;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.Freeze;
import org.stoppayment.proto.intake.v1.GetCaseResponse;
import org.stoppayment.proto.recovery.v1.Positions;
import org.stoppayment.proto.recovery.v1.RecoverySnapshot;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundPayment;

/**
 * What the services know of one case.
 *
 * @param reported the case and where its stops stand
 * @param freezes of the case that have not ended; empty as well while account-freeze does not answer
 * @param books where the money of the case is; empty when nothing was booked yet
 * @param recovery the victim and what is planned; empty while fund-recovery knows neither
 * @param approvals of the drafts that pay the victim, by the id of the plan; without those that nobody asked for
 * @param payments to the victim, the latest first
 */
record VictimFacts(
        GetCaseResponse reported,
        List<Freeze> freezes,
        Optional<Positions> books,
        Optional<RecoverySnapshot> recovery,
        Map<String, RefundApproval> approvals,
        List<RefundPayment> payments) {

    /** The victim's own name masked, unless it is to be shown. */
    VictimFacts visible(OutputOption output) {
        return new VictimFacts(
                (GetCaseResponse) output.visible(reported),
                freezes,
                books,
                recovery.map(known -> (RecoverySnapshot) output.visible(known)),
                approvals,
                payments);
    }

    /** Id of the case. */
    String caseId() {
        return reported.getCase().getCaseId();
    }

    /** Where the stops of the case stand; empty while account-freeze does not answer or has not taken all that was reported. */
    Optional<CaseProgress> progress() {
        return reported.hasProgress() && reported.getProgress().getKnown() && !reported.getWaitingForFreeze()
                ? Optional.of(reported.getProgress())
                : Optional.empty();
    }

    /** True when the report was withdrawn. */
    boolean isWithdrawn() {
        return reported.getCase().hasWithdrawal();
    }
}
