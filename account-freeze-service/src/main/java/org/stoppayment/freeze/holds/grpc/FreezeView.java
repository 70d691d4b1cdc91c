package org.stoppayment.freeze.holds.grpc;

import org.stoppayment.freeze.holds.application.FreezeTimelineEntry;
import org.stoppayment.freeze.holds.application.ViewingFreezes.View;
import org.stoppayment.freeze.holds.domain.Freeze;
import org.stoppayment.freeze.holds.domain.FreezeAmendment;
import org.stoppayment.freeze.holds.domain.FreezeApplication;
import org.stoppayment.freeze.holds.domain.FreezeState;
import org.stoppayment.freeze.orders.grpc.InstructionWire;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentKind;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentState;
import org.stoppayment.proto.freeze.v1.FreezeAmendmentView;

/** Renders freezes for officers. */
final class FreezeView {

    private FreezeView() {}

    static org.stoppayment.proto.freeze.v1.Freeze render(View view) {
        Freeze freeze = view.freeze();
        FreezeApplication application = freeze.application();
        org.stoppayment.proto.freeze.v1.Freeze.Builder shown = org.stoppayment.proto.freeze.v1.Freeze.newBuilder()
                .setApplicationId(freeze.id().toString())
                .setCaseId(freeze.caseId().toString())
                .setAccount(InstructionWire.account(application.account()))
                .setMode(LegalBasisWire.mode(application.mode()))
                .setReason(application.reason())
                .setLegalBasis(LegalBasisWire.render(application.basis()))
                .setMajorCase(application.major())
                .setOperator(OfficerWire.render(application.officer()))
                .setState(state(freeze.state()))
                .setResultCode(freeze.resultCode())
                .setManualReason(freeze.manualReason())
                .setRequestedAt(CommonWire.timestamp(application.requestedAt()))
                .setExpiresAt(CommonWire.timestamp(freeze.expiresAt()))
                .setNewHold(freeze.isNewHold())
                .setTaintedFen(application.tainted().fen());
        application.amount().map(Money::fen).ifPresent(shown::setAmountFen);
        application.stop().ifPresent(stop -> shown.setStopApplicationId(stop.toString()));
        freeze.frozen().sum().map(Money::fen).ifPresent(shown::setFrozenFen);
        shown.setReturnedFen(freeze.frozen().returned().fen());
        freeze.frozen().place().ifPresent(shown::setWaitingPlace);
        freeze.frozen().beganAt().map(CommonWire::timestamp).ifPresent(shown::setBeganAt);
        freeze.endedAt().map(CommonWire::timestamp).ifPresent(shown::setEndedAt);
        view.unrelated().ifPresent(finding -> {
            shown.setUnrelatedSince(CommonWire.timestamp(finding.foundAt()))
                    .setUnrelatedDueAt(CommonWire.timestamp(finding.dueAt()));
            finding.notice().ifPresent(notice -> shown.setOwnerNotifiedAt(CommonWire.timestamp(notice.notifiedAt())));
        });
        view.amendments().forEach(amendment -> shown.addAmendments(render(amendment)));
        view.timeline().forEach(entry -> shown.addTimeline(render(entry)));
        return shown.build();
    }

    private static FreezeAmendmentView render(FreezeAmendment amendment) {
        FreezeAmendmentView.Builder shown = FreezeAmendmentView.newBuilder()
                .setApplicationId(amendment.id().toString())
                .setKind(FreezeAmendmentKind.valueOf("FREEZE_AMENDMENT_KIND_" + amendment.kind()))
                .setState(FreezeAmendmentState.valueOf("FREEZE_AMENDMENT_STATE_" + amendment.state()))
                .setResultCode(amendment.resultCode())
                .setRequestedAt(CommonWire.timestamp(amendment.requestedAt()))
                .setOperator(OfficerWire.render(amendment.officer()))
                .setReason(amendment.reason())
                .setApprover(LegalBasisWire.render(amendment.basis().approver()));
        amendment.terms().expiresAt().map(CommonWire::timestamp).ifPresent(shown::setExpiresAt);
        amendment.terms().amount().map(Money::fen).ifPresent(shown::setAmountFen);
        return shown.build();
    }

    private static org.stoppayment.proto.freeze.v1.FreezeTimelineEntry render(FreezeTimelineEntry entry) {
        return org.stoppayment.proto.freeze.v1.FreezeTimelineEntry.newBuilder()
                .setAt(CommonWire.timestamp(entry.at()))
                .setState(state(entry.state()))
                .setCause(entry.cause())
                .build();
    }

    private static org.stoppayment.proto.freeze.v1.FreezeState state(FreezeState state) {
        return org.stoppayment.proto.freeze.v1.FreezeState.valueOf("FREEZE_STATE_" + state);
    }
}
