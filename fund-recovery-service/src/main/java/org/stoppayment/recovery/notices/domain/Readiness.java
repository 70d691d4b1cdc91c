package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoppayment.kernel.ids.CaseId;
import org.stoppayment.kernel.ids.PlanId;
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

    /**
     * True when {@code standing}, each of other accounts, pay a victim of {@code plan} more together than the loss that it knows as open.
     */
    public static boolean exceedsLoss(RefundPlan plan, List<RefundPlan> standing) {
        Map<CaseId, Long> open = payouts(plan)
                .collect(Collectors.toMap(
                        payout -> payout.claim().caseId(),
                        payout -> payout.claim().openLossFen(),
                        Math::max));
        Map<CaseId, Long> paid = standing.stream()
                .flatMap(Readiness::payouts)
                .collect(Collectors.toMap(payout -> payout.claim().caseId(), Payout::fen, Math::addExact));
        return open.entrySet().stream().anyMatch(loss -> paid.getOrDefault(loss.getKey(), 0L) > loss.getValue());
    }

    private static Stream<Payout> payouts(RefundPlan plan) {
        return plan.accounts().stream()
                .flatMap(account -> account.payouts().stream())
                .map(PlannedPayout::payout);
    }

    /** True for a plan that divides money in proportion: 银监发〔2016〕41号 Art. 8. */
    public static boolean needsNotice(RefundPlan plan) {
        return plan.accounts().stream().anyMatch(account -> account.method() == RefundMethod.PROPORTIONAL);
    }
}
