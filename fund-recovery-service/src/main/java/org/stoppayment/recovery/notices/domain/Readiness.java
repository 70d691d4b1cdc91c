package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/**
 * Whether a plan may be carried out, as far as notice and objections go.
 *
 * @param blockers what stands in the way; empty when nothing does
 * @param notice of the plan, if it is published
 * @param objections to plans for the same accounts, those that were decided for other plans left out
 */
public record Readiness(Set<Blocker> blockers, Optional<Notice> notice, List<PlanObjection> objections) {

    /** What stands in the way of a plan. */
    public enum Blocker {
        /** A later plan has taken its place. */
        SUPERSEDED,
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

    /** The readiness of a plan. */
    public static Readiness of(
            RefundPlan plan,
            boolean isSuperseded,
            Optional<Notice> notice,
            List<PlanObjection> objections,
            Instant now) {
        Set<Blocker> blockers = EnumSet.noneOf(Blocker.class);
        if (isSuperseded) {
            blockers.add(Blocker.SUPERSEDED);
        }
        if (!plan.unmet().isEmpty()) {
            blockers.add(Blocker.CONDITION_UNMET);
        }
        if (needsNotice(plan) && notice.isEmpty()) {
            blockers.add(Blocker.NOTICE_NOT_PUBLISHED);
        }
        if (notice.filter(published -> !published.period().isOverAt(now)).isPresent()) {
            blockers.add(Blocker.NOTICE_RUNNING);
        }
        List<PlanObjection> ofPlan = objections.stream()
                .filter(objection -> objection.isOpen() || objection.planId().equals(plan.id()))
                .toList();
        if (ofPlan.stream().anyMatch(PlanObjection::isOpen)) {
            blockers.add(Blocker.OBJECTION_OPEN);
        }
        if (ofPlan.stream().anyMatch(PlanObjection::isUpheld)) {
            blockers.add(Blocker.OBJECTION_UPHELD);
        }
        return new Readiness(blockers, notice, ofPlan);
    }

    /** True for a plan that divides money in proportion: 银监发〔2016〕41号 Art. 8. */
    public static boolean needsNotice(RefundPlan plan) {
        return plan.accounts().stream().anyMatch(account -> account.method() == RefundMethod.PROPORTIONAL);
    }
}
