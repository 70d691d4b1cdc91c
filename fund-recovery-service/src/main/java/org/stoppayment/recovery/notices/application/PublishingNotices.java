package org.stoppayment.recovery.notices.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.OfficerChecks;
import org.stoppayment.kernel.ServiceException;
import org.stoppayment.recovery.eligibility.domain.RefundCondition;
import org.stoppayment.recovery.notices.domain.Notice;
import org.stoppayment.recovery.notices.domain.NoticePeriod;
import org.stoppayment.recovery.notices.domain.Readiness;
import org.stoppayment.recovery.plans.application.Plans.StoredPlan;
import org.stoppayment.recovery.plans.application.ViewingPlans;
import org.stoppayment.recovery.plans.domain.PlanState;
import org.stoppayment.recovery.rules.domain.RefundRules;
import org.stoppayment.recovery.rules.domain.WorkingCalendar;

/** Publishes the notice of a plan that divides money in proportion. */
@ApplicationScoped
public class PublishingNotices {

    private static final Logger LOG = Logger.getLogger(PublishingNotices.class);

    private final ViewingPlans plans;
    private final Notices notices;
    private final RefundRules rules;
    private final WorkingCalendar calendar;
    private final InstantSource clock;

    PublishingNotices(
            ViewingPlans plans, Notices notices, RefundRules rules, WorkingCalendar calendar, InstantSource clock) {
        this.plans = plans;
        this.notices = notices;
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The notice: that which exists, when the plan has one. */
    public Uni<Notice> publish(String planId, Officer officer) {
        new OfficerChecks().id("planId", planId).officer("operator", officer).refuse();
        return plans.view(planId).chain(stored -> {
            requireDraft(stored);
            requireNotice(stored);
            Instant now = clock.instant();
            return notices.publish(Notice.of(stored.plan(), stored.digest(), period(now), officer, now));
        });
    }

    private NoticePeriod period(Instant publishedAt) {
        NoticePeriod period = NoticePeriod.of(
                publishedAt,
                rules.noticePeriod(),
                rules.noticeEndsOnWorkingDay() ? Optional.of(calendar) : Optional.empty());
        if (!calendar.knows(period.lastDay())) {
            LOG.warnf(
                    "a notice ends on %s, and the calendar of working days has no days off of that year (expected: see"
                            + " rules/cn-working-days.yaml)",
                    period.lastDay());
        }
        return period;
    }

    static void requireDraft(StoredPlan stored) {
        if (stored.state() != PlanState.DRAFT) {
            throw new ServiceException.Refusal(
                    "PLAN_SUPERSEDED",
                    "planId: " + stored.plan().id() + " (expected: "
                            + stored.supersededBy().map(Object::toString).orElse("a plan that stands") + ")");
        }
    }

    private static void requireNotice(StoredPlan stored) {
        if (!Readiness.needsNotice(stored.plan())) {
            throw new ServiceException.Refusal(
                    "NO_NOTICE_NEEDED",
                    "planId: " + stored.plan().id() + " (expected: a plan that divides money in proportion)");
        }
        if (stored.plan().unmet().contains(RefundCondition.FROZEN)) {
            throw new ServiceException.Refusal(
                    "NOT_FROZEN", "planId: " + stored.plan().id() + " (expected: a plan whose money is frozen)");
        }
    }
}
