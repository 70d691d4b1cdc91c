package org.stoppayment.recovery.notices.grpc;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.recovery.v1.GetReadinessResponse;
import org.stoppayment.proto.recovery.v1.InterestRelation;
import org.stoppayment.proto.recovery.v1.Notice;
import org.stoppayment.proto.recovery.v1.PlanObjection;
import org.stoppayment.proto.recovery.v1.PlanObjectionOutcome;
import org.stoppayment.proto.recovery.v1.RefundBlocker;
import org.stoppayment.proto.recovery.v1.RefundCondition;
import org.stoppayment.recovery.notices.application.CheckingReadiness.Checked;
import org.stoppayment.recovery.notices.domain.PlanObjection.Outcome;
import org.stoppayment.recovery.notices.domain.PlanObjection.Relation;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.shared.grpc.OfficerWire;

/** Parses and renders notices and objections. */
public final class NoticeWire {

    private static final String RELATION = "INTEREST_RELATION_";
    private static final String OUTCOME = "PLAN_OBJECTION_OUTCOME_";

    private NoticeWire() {}

    /** Empty when none is given, or one that is not known. */
    static Optional<Relation> relation(InterestRelation given) {
        return Arrays.stream(Relation.values())
                .filter(known -> given.name().equals(RELATION + known.name()))
                .findFirst();
    }

    /** Empty when none is given, or one that is not known. */
    static Optional<Outcome> outcome(PlanObjectionOutcome given) {
        return Arrays.stream(Outcome.values())
                .filter(known -> given.name().equals(OUTCOME + known.name()))
                .findFirst();
    }

    static Notice render(org.stoppayment.recovery.notices.domain.Notice notice) {
        return Notice.newBuilder()
                .setPlanId(notice.planId().toString())
                .setPlanDigest(notice.planDigest())
                .setText(notice.text())
                .setPublishedAt(CommonWire.timestamp(notice.publishedAt()))
                .setPublishedBy(OfficerWire.render(notice.publishedBy()))
                .setBeginsAt(CommonWire.timestamp(notice.period().beginsAt()))
                .setEndsAt(CommonWire.timestamp(notice.period().endsAt()))
                .build();
    }

    static PlanObjection render(org.stoppayment.recovery.notices.domain.PlanObjection objection) {
        PlanObjection.Builder rendered = PlanObjection.newBuilder()
                .setObjectionId(objection.id().toString())
                .setPlanId(objection.planId().toString())
                .setObjectorName(objection.content().name())
                .setRelation(InterestRelation.valueOf(
                        RELATION + objection.content().relation().name()))
                .setStatement(objection.content().statement())
                .setEvidenceDigest(objection.content().evidenceDigest().orElse(""))
                .setTakenBy(OfficerWire.render(objection.takenBy()))
                .setOpenedAt(CommonWire.timestamp(objection.openedAt()))
                .setDueAt(CommonWire.timestamp(objection.dueAt()));
        objection.decision().ifPresent(decision -> rendered.setOutcome(PlanObjectionOutcome.valueOf(
                        OUTCOME + decision.outcome().name()))
                .setDecisionReason(decision.reason())
                .setDecidedBy(OfficerWire.render(decision.officer()))
                .setDecidedAt(CommonWire.timestamp(decision.at())));
        return rendered.build();
    }

    /** What stands in the way of a plan. */
    public static List<RefundBlocker> blockers(Readiness readiness) {
        return blockers(readiness.blockers());
    }

    /** Blockers, in a fixed order. */
    public static List<RefundBlocker> blockers(Set<Readiness.Blocker> blockers) {
        return blockers.stream()
                .sorted()
                .map(blocker -> RefundBlocker.valueOf("REFUND_BLOCKER_" + blocker.name()))
                .toList();
    }

    static GetReadinessResponse render(Checked checked) {
        GetReadinessResponse.Builder rendered = GetReadinessResponse.newBuilder()
                .addAllBlockers(blockers(checked.readiness()))
                .addAllUnmet(checked.stored().plan().unmet().stream()
                        .map(condition -> RefundCondition.valueOf("REFUND_CONDITION_" + condition.name()))
                        .toList())
                .addAllObjections(checked.readiness().objections().stream()
                        .map(NoticeWire::render)
                        .toList());
        checked.readiness().notice().map(NoticeWire::render).ifPresent(rendered::setNotice);
        return rendered.build();
    }
}
