package org.stoppayment.freeze.orders.grpc;

import java.util.List;
import org.stoppayment.freeze.orders.domain.OrderFlag;
import org.stoppayment.freeze.orders.domain.Phase;
import org.stoppayment.freeze.orders.domain.Stop;
import org.stoppayment.freeze.orders.domain.StopOrderState;
import org.stoppayment.freeze.orders.domain.corrections.CorrectionProposal;
import org.stoppayment.freeze.orders.domain.views.CaseAttention;
import org.stoppayment.freeze.orders.domain.views.OrderView;
import org.stoppayment.freeze.orders.domain.views.PossibleDuplicate;
import org.stoppayment.freeze.shared.domain.AccountRef;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.ids.ApplicationId;
import org.stoppayment.kernel.ids.TransferId;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.freeze.v1.AttentionReason;
import org.stoppayment.proto.freeze.v1.CaseProgress;
import org.stoppayment.proto.freeze.v1.CorrectionReason;
import org.stoppayment.proto.freeze.v1.StopOrder;
import org.stoppayment.proto.freeze.v1.TimelineEntry;

/** Renders orders. */
public final class OrderWire {

    private OrderWire() {}

    public static CaseProgress render(
            String caseId, org.stoppayment.freeze.orders.domain.views.CaseProgress progress, CaseAttention attention) {
        CaseProgress.Builder rendered = CaseProgress.newBuilder()
                .setCaseId(caseId)
                .setReportedFen(progress.sums().reported().fen())
                .setCashFen(progress.sums().cash().fen())
                .setMerchantFen(progress.sums().merchant().fen())
                .setRestoredFen(progress.sums().restored().fen())
                .setFrozenFen(progress.sums().frozen().fen())
                .setReturnedFen(progress.sums().returned().fen())
                .setConserved(progress.isConserved())
                .setTaintedHeldFen(progress.taintedHeld().fen())
                .setBalanceHeldFen(progress.balanceHeld().fen())
                .setLevels(progress.levels())
                .setSettled(progress.isSettled())
                .setBooked(progress.isBooked())
                .setKnown(progress.intakeEvents() > 0)
                .setIntakeEvents(progress.intakeEvents())
                .setNeedsAttention(attention.isNeeded())
                .addAllAttentionReasons(render(attention));
        progress.sums().unknown().map(Money::fen).ifPresent(rendered::setUnknownFen);
        progress.orders().forEach(view -> rendered.addOrders(render(view)));
        progress.duplicates().forEach(duplicate -> rendered.addPossibleDuplicates(render(duplicate)));
        return rendered.build();
    }

    public static org.stoppayment.proto.freeze.v1.PossibleDuplicate render(PossibleDuplicate duplicate) {
        return org.stoppayment.proto.freeze.v1.PossibleDuplicate.newBuilder()
                .setTransferId(duplicate.transferId().toString())
                .setOtherTransferId(duplicate.otherTransferId().toString())
                .setOtherCaseId(duplicate.otherCaseId().toString())
                .build();
    }

    public static StopOrder render(OrderView view) {
        var order = view.order();
        StopOrder.Builder rendered = StopOrder.newBuilder()
                .setApplicationId(order.applicationId().toString())
                .setCaseId(order.caseId().toString())
                .setState(state(order.phase()))
                .setAccount(render(order.account()))
                .setLevel(view.level())
                .setJoined(view.joined())
                .setTaintedFen(view.tainted().fen())
                .setTaintedHeldFen(view.taintedHeld().fen())
                .setTaintedFrozenFen(view.taintedFrozen().fen())
                .setBalanceHeldFen(view.balanceHeld().fen())
                .setResultCode(order.notes().resultCode())
                .setAttempts(order.progress().attempts())
                .setOriginalApplicationId(order.application()
                        .original()
                        .map(ApplicationId::toString)
                        .orElse(""))
                .setReference(order.notes().reference())
                .addAllFlags(order.notes().flags().stream().map(OrderFlag::name).toList())
                .setRuleSet(order.ruleSet())
                .setUrgent(order.dispatch().urgent())
                .setAwaitsBookings(order.awaitsBookings());
        order.state().stop().ifPresent(stop -> render(stop, rendered));
        if (order.state() instanceof StopOrderState.Declined declined) {
            rendered.addAllMismatched(declined.mismatched());
        }
        if (order.state() instanceof StopOrderState.Manual manual) {
            rendered.setManualReason(manual.reason()).addAllCandidateInstitutionCodes(manual.candidates());
        }
        view.timeline().forEach(step -> rendered.addTimeline(render(step)));
        view.amendments().forEach(amendment -> rendered.addAmendments(DecisionWire.render(amendment)));
        view.claimEnd().map(ClaimWire::render).ifPresent(rendered::setClaimEnd);
        view.proposals().forEach(proposal -> rendered.addCorrectionProposals(render(proposal)));
        return rendered.build();
    }

    private static TimelineEntry render(OrderView.Step step) {
        TimelineEntry.Builder rendered = TimelineEntry.newBuilder()
                .setState(state(step.state()))
                .setAt(CommonWire.timestamp(step.at()))
                .setCause(step.cause());
        step.decision().map(DecisionWire::render).ifPresent(rendered::setDecision);
        return rendered.build();
    }

    private static org.stoppayment.proto.freeze.v1.CorrectionProposal render(CorrectionProposal proposal) {
        return org.stoppayment.proto.freeze.v1.CorrectionProposal.newBuilder()
                .setField(proposal.name().isPresent() ? "payee.name" : "amountFen")
                .addAllTransferIds(
                        proposal.transfers().stream().map(TransferId::toString).toList())
                .setProposedName(proposal.name().orElse(""))
                .setProposedFen(proposal.amount().map(Money::fen).orElse(0L))
                .addAllReasons(proposal.reasons().stream()
                        .map(reason -> CorrectionReason.valueOf("CORRECTION_REASON_" + reason.name()))
                        .toList())
                .build();
    }

    private static void render(Stop stop, StopOrder.Builder rendered) {
        rendered.setExpiresAt(CommonWire.timestamp(stop.expiresAt())).setExtended(stop.extended());
        if (stop.momentReported()) {
            rendered.setStoppedAt(CommonWire.timestamp(stop.stoppedAt()));
        }
        stop.reportedEnd().map(CommonWire::timestamp).ifPresent(rendered::setReportedExpiresAt);
    }

    /** What needs attention, by reason. */
    public static List<org.stoppayment.proto.freeze.v1.CaseAttention> render(CaseAttention attention) {
        return attention.parts().stream()
                .map(part -> org.stoppayment.proto.freeze.v1.CaseAttention.newBuilder()
                        .setReason(reason(part.reason()))
                        .setItems(part.items())
                        .setAtRiskFen(part.atRisk().fen())
                        .build())
                .toList();
    }

    public static AttentionReason reason(CaseAttention.Reason reason) {
        return AttentionReason.valueOf("ATTENTION_REASON_" + reason.name());
    }

    public static org.stoppayment.proto.freeze.v1.StopOrderState state(Phase phase) {
        return org.stoppayment.proto.freeze.v1.StopOrderState.valueOf("STOP_ORDER_STATE_" + phase.name());
    }

    public static Account render(AccountRef account) {
        return CommonWire.account(account.institutionCode(), account.number(), account.name(), account.kind());
    }
}
