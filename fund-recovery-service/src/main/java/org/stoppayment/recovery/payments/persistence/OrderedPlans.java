package org.stoppayment.recovery.payments.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.stoppayment.kernel.PlanId;
import org.stoppayment.kernel.ServiceException;

/**
 * Begins to pay plans, in the session of the transaction that orders the payments. Whatever changes a plan, objects to it or approves it locks
 * the plan first, too. The tables are those of plans, approvals, notices, attribution and eligibility.
 */
@ApplicationScoped
class OrderedPlans {

    private static final String LOCK = "SELECT state FROM refund_plan WHERE plan_id = :planId FOR UPDATE";
    private static final String CHECK = """
            SELECT EXISTS (SELECT FROM refund_approval a
                           WHERE a.plan_id = p.plan_id AND a.state = 'APPROVED' AND a.plan_digest = p.digest),
                   EXISTS (SELECT FROM refund_approval a WHERE a.plan_id = p.plan_id AND a.expires_at > :now),
                   EXISTS (SELECT FROM refund_plan_account own
                           JOIN refund_plan_account other USING (institution_code, account_number)
                           JOIN plan_objection o ON o.plan_id = other.plan_id
                           WHERE own.plan_id = p.plan_id AND o.outcome IS NULL),
                   EXISTS (SELECT FROM refund_plan_account own
                           JOIN attributed_account a USING (institution_code, account_number)
                           WHERE own.plan_id = p.plan_id AND (a.due_at IS NOT NULL OR a.draft_due_at IS NOT NULL))
                   OR EXISTS (SELECT FROM refund_plan_case c JOIN victim v USING (case_id)
                              WHERE c.plan_id = p.plan_id AND v.plans_due_at IS NOT NULL)
            FROM refund_plan p WHERE p.plan_id = :planId""";
    private static final String BEGIN =
            "UPDATE refund_plan SET state = 'PAYING', version = version + 1 WHERE plan_id = :planId";

    /** True when its payments may be ordered now; false when it has been paid, or is being paid. Fails with a refusal otherwise. */
    Uni<Boolean> begin(Mutiny.Session session, PlanId planId, Instant now) {
        return session.createNativeQuery(LOCK, String.class)
                .setParameter("planId", planId.value())
                .getSingleResultOrNull()
                .chain(state -> {
                    if (state == null) {
                        throw new ServiceException.NotFound("planId", planId.toString());
                    }
                    return switch (state) {
                        case "PAYING", "PAID" -> Uni.createFrom().item(false);
                        case "DRAFT" -> check(session, planId, now);
                        default -> throw refusal("PLAN_SUPERSEDED", planId, "a draft");
                    };
                });
    }

    private static Uni<Boolean> check(Mutiny.Session session, PlanId planId, Instant now) {
        UUID id = planId.value();
        return session.createNativeQuery(CHECK, Object[].class)
                .setParameter("planId", id)
                .setParameter("now", now)
                .getSingleResult()
                .invoke(found -> require(found, planId))
                .chain(() -> session.createNativeQuery(BEGIN)
                        .setParameter("planId", id)
                        .executeUpdate())
                .replaceWith(true);
    }

    private static void require(Object[] found, PlanId planId) {
        if (!(boolean) found[0]) {
            throw refusal("NOT_APPROVED", planId, "an approved plan");
        }
        if (!(boolean) found[1]) {
            throw refusal("APPROVAL_EXPIRED", planId, "a plan whose approval has not expired");
        }
        if ((boolean) found[2]) {
            throw refusal("PLAN_BLOCKED", planId, "a plan without an open objection");
        }
        if ((boolean) found[3]) {
            throw refusal("FACTS_CHANGED", planId, "a plan of what is known now; a new one is being made");
        }
    }

    private static ServiceException.Refusal refusal(String code, PlanId planId, String expected) {
        return new ServiceException.Refusal(code, "planId: " + planId + " (expected: " + expected + ")");
    }
}
