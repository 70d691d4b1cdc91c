package org.stoppayment.recovery.notices.domain;

import java.time.Instant;
import java.time.LocalDate;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.kernel.Officer;
import org.stoppayment.kernel.ids.PlanId;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/**
 * The public notice of a plan. It is bound to what the plan says: a new plan needs a new notice.
 *
 * @param planId the plan
 * @param planDigest SHA-256 of what it says
 * @param text that is published
 * @param publishedAt when
 * @param publishedBy who
 * @param period how long it runs
 */
public record Notice(
        PlanId planId, String planDigest, String text, Instant publishedAt, Officer publishedBy, NoticePeriod period) {

    /** The notice of a plan. */
    public static Notice of(RefundPlan plan, String planDigest, NoticePeriod period, Officer publisher, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, LegalTerm.ZONE);
        return new Notice(plan.id(), planDigest, NoticeText.of(plan, period, today, publisher), now, publisher, period);
    }
}
