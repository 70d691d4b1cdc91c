package org.stoppayment.freeze.objections.grpc;

import org.stoppayment.freeze.holds.grpc.LegalBasisWire;
import org.stoppayment.freeze.objections.application.DescribingHolds.Notice;
import org.stoppayment.freeze.objections.application.ViewingObjections.View;
import org.stoppayment.freeze.objections.domain.Hold;
import org.stoppayment.freeze.objections.domain.LaterStatement;
import org.stoppayment.freeze.objections.domain.Objection;
import org.stoppayment.freeze.objections.domain.ObjectionContent;
import org.stoppayment.freeze.objections.domain.ObjectionDecision;
import org.stoppayment.freeze.shared.grpc.OfficerWire;
import org.stoppayment.kernel.Money;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.common.v1.FreezeMode;
import org.stoppayment.proto.freeze.v1.HoldKind;
import org.stoppayment.proto.freeze.v1.HoldNotice;
import org.stoppayment.proto.freeze.v1.HoldReason;
import org.stoppayment.proto.freeze.v1.ObjectionGrounds;
import org.stoppayment.proto.freeze.v1.ObjectionOutcome;
import org.stoppayment.proto.freeze.v1.ObjectionState;
import org.stoppayment.proto.freeze.v1.ObjectionStatement;
import org.stoppayment.proto.freeze.v1.Objector;
import org.stoppayment.proto.freeze.v1.ObjectorRelation;

/** Renders objections, and holds as their holders may be told. */
final class ObjectionView {

    private ObjectionView() {}

    static HoldNotice render(Notice notice) {
        Hold hold = notice.hold();
        HoldNotice.Builder shown = HoldNotice.newBuilder()
                .setKind(HoldKind.valueOf("HOLD_KIND_" + hold.kind()))
                .setCaseId(hold.caseId().toString())
                .setSince(CommonWire.timestamp(hold.since()))
                .setUntil(CommonWire.timestamp(hold.until()))
                .setMode(hold.limit().isPresent() ? FreezeMode.FREEZE_MODE_LIMITED : FreezeMode.FREEZE_MODE_FULL)
                .setAuthority(hold.authority())
                .setLegalGround(hold.legalGround())
                .setReason(HoldReason.valueOf("HOLD_REASON_" + hold.reason()))
                .setFilingNumber(hold.filingNumber())
                .setObjectTo(hold.authority())
                .setObjectUntil(CommonWire.timestamp(hold.until()))
                .setObjectionOpen(notice.objected());
        hold.limit().map(Money::fen).ifPresent(shown::setAmountFen);
        return shown.build();
    }

    static org.stoppayment.proto.freeze.v1.Objection render(View view) {
        return render(view.objection()).toBuilder()
                .addAllLaterStatements(
                        view.statements().stream().map(ObjectionView::render).toList())
                .build();
    }

    private static ObjectionStatement render(LaterStatement added) {
        return ObjectionStatement.newBuilder()
                .setRequestId(added.requestId().toString())
                .setStatement(added.statement())
                .setEvidenceDigest(added.evidenceDigest().orElse(""))
                .setOperator(OfficerWire.render(added.takenBy()))
                .setAddedAt(CommonWire.timestamp(added.addedAt()))
                .build();
    }

    static org.stoppayment.proto.freeze.v1.Objection render(Objection objection) {
        ObjectionContent content = objection.content();
        org.stoppayment.proto.freeze.v1.Objection.Builder shown = org.stoppayment.proto.freeze.v1.Objection.newBuilder()
                .setObjectionId(objection.id().toString())
                .setCaseId(objection.caseId().toString())
                .setInstitutionCode(content.account().institutionCode())
                .setAccountNumber(content.account().number())
                .setHoldKind(HoldKind.valueOf("HOLD_KIND_" + objection.held().kind()))
                .setHoldApplicationId(objection.held().applicationId().toString())
                .setObjector(Objector.newBuilder()
                        .setName(content.objector().name())
                        .setRelation(ObjectorRelation.valueOf(
                                "OBJECTOR_RELATION_" + content.objector().relation()))
                        .setPhone(content.objector().phone()))
                .setGrounds(ObjectionGrounds.valueOf("OBJECTION_GROUNDS_" + content.grounds()))
                .setStatement(content.statement())
                .setEvidenceDigest(content.evidenceDigest().orElse(""))
                .setOwner(OfficerWire.render(objection.owner()))
                .setOperator(OfficerWire.render(content.takenBy()))
                .setOpenedAt(CommonWire.timestamp(objection.openedAt()))
                .setDueAt(CommonWire.timestamp(objection.dueAt()))
                .setState(ObjectionState.valueOf("OBJECTION_STATE_" + objection.state()))
                .setReleaseFailure(objection.release().failure());
        objection.decision().map(ObjectionView::render).ifPresent(shown::setDecision);
        objection.release().order().ifPresent(order -> shown.setReleaseApplicationId(order.toString()));
        objection.closedAt().map(CommonWire::timestamp).ifPresent(shown::setClosedAt);
        return shown.build();
    }

    private static org.stoppayment.proto.freeze.v1.ObjectionDecision render(ObjectionDecision decision) {
        org.stoppayment.proto.freeze.v1.ObjectionDecision.Builder shown =
                org.stoppayment.proto.freeze.v1.ObjectionDecision.newBuilder()
                        .setOutcome(ObjectionOutcome.valueOf("OBJECTION_OUTCOME_" + decision.outcome()))
                        .setReason(decision.reason())
                        .setOperator(OfficerWire.render(decision.officer()))
                        .setDecidedAt(CommonWire.timestamp(decision.decidedAt()));
        decision.basis().ifPresent(basis -> shown.setDocumentDigest(basis.documentDigest())
                .setApprover(LegalBasisWire.render(basis.approver())));
        return shown.build();
    }
}
