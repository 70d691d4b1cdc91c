package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.kernel.CaseId;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.recovery.plans.domain.Payout;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.plans.domain.PlannedPayout;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/**
 * Whether a plan may be carried out, as far as notice and objections go.
 *
 * @param blockers what stands in the way; empty when nothing does
 * @param notice of the plan, or of an earlier one that paid the same
 * @param objections to plans that shared an account with it; those that were decided for plans that paid otherwise are left out
 */
public record Readiness(Set<Blocker> blockers, Optional<Notice> notice, List<PlanObjection> objections) {

    /** What stands in the way of a plan. */
    public enum Blocker {
        /** A later plan has taken its place. */
        SUPERSEDED,
        /** Nothing is held any more, or no victim has a share. */
        WITHDRAWN,
        /** All plans of a victim together pay more than the loss: plan these accounts at once. */
        LOSS_EXCEEDED,
        /** A victim does not meet a condition. */
        CONDITION_UNMET,
        /** It divides money in proportion, and no notice is published. */
        NOTICE_NOT_PUBLISHED,
        /** Its notice runs. */
        NOTICE_RUNNING,
        /** An objection is not decided. */
        OBJECTION_OPEN,
        /** An objection was upheld: what it says must change. */
        OBJECTION_UPHELD
    }

    public Readiness {
        blockers = Set.copyOf(blockers);
        objections = List.copyOf(objections);
    }

    /**
     * What the readiness of a plan depends on besides the plan.
     *
     * @param state of the plan
     * @param notice of this plan, or of an earlier one that paid the same
     * @param objections to plans that shared an account with it
     * @param same plans that pay the same, itself included
     * @param exceedsLoss true when all plans of a victim together pay more than the loss
     */
    public record Context(
            PlanState state,
            Optional<Notice> notice,
            List<PlanObjection> objections,
            List<PlanId> same,
            boolean exceedsLoss) {}

    /** The readiness of a plan. */
    public static Readiness of(RefundPlan plan, Context context, Instant now) {
        List<PlanObjection> concerning = context.objections().stream()
                .filter(objection -> objection.isOpen() || context.same().contains(objection.planId()))
                .toList();
        Map<Blocker, Boolean> found = new EnumMap<>(Blocker.class);
        found.put(Blocker.SUPERSEDED, context.state() == PlanState.SUPERSEDED);
        found.put(Blocker.WITHDRAWN, context.state() == PlanState.WITHDRAWN);
        found.put(Blocker.CONDITION_UNMET, !plan.unmet().isEmpty());
        found.put(Blocker.LOSS_EXCEEDED, context.exceedsLoss());
        found.put(
                Blocker.NOTICE_NOT_PUBLISHED,
                needsNotice(plan) && context.notice().isEmpty());
        found.put(
                Blocker.NOTICE_RUNNING,
                context.notice()
                        .map(published -> !published.period().isOverAt(now))
                        .orElse(false));
        found.put(Blocker.OBJECTION_OPEN, concerning.stream().anyMatch(PlanObjection::isOpen));
        found.put(Blocker.OBJECTION_UPHELD, concerning.stream().anyMatch(PlanObjection::isUpheld));
        return new Readiness(
                found.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()),
                context.notice(),
                concerning);
    }

    /** True when {@code standing}, each of other accounts, pay the victim of a case more than the loss that {@code plan} knows as open. */
    public static boolean exceedsLoss(CaseId caseId, RefundPlan plan, List<RefundPlan> standing) {
        long open = payouts(plan, caseId)
                .mapToLong(payout -> payout.claim().openLossFen())
                .max()
                .orElse(0);
        long paid = standing.stream()
                .flatMap(each -> payouts(each, caseId))
                .mapToLong(Payout::fen)
                .reduce(0, Math::addExact);
        return paid > open;
    }

    private static Stream<Payout> payouts(RefundPlan plan, CaseId caseId) {
        return plan.accounts().stream()
                .flatMap(account -> account.payouts().stream())
                .map(PlannedPayout::payout)
                .filter(payout -> payout.claim().caseId().equals(caseId));
    }

    /** True for a plan that divides money in proportion: 银监发〔2016〕41号 Art. 8. */
    public static boolean needsNotice(RefundPlan plan) {
        return plan.accounts().stream().anyMatch(account -> account.method() == RefundMethod.PROPORTIONAL);
    }
}
